import type { Actor } from "./lifecycle.wire.ts";

/** What a question hangs on. */
export type ThreadItem =
  | { readonly kind: "run"; readonly runId: string }
  | { readonly kind: "exchange"; readonly customerId: string; readonly exchangeId: string }
  | { readonly kind: "requirement"; readonly version: number; readonly requirement: string }
  | { readonly kind: "deadline"; readonly deadlineId: string }
  | { readonly kind: "revalidation"; readonly revalidationId: string };

/** A question of a partner where it is stuck, with what was said about it. */
export type Thread = {
  readonly id: string;
  readonly integrationId: string;
  readonly item: ThreadItem;
  readonly owner:
    | { readonly kind: "developer-support" }
    | { readonly kind: "person"; readonly accountId: string; readonly name: string };
  readonly openedAt: string;
  readonly messages: readonly {
    readonly author: Actor;
    readonly at: string;
    readonly text: string;
  }[];
} & (
  | { readonly state: "open"; readonly waitingSince: string }
  | { readonly state: "answered" | "resolved" }
);

/** Which threads are listed; conditions left out do not count. */
export interface ThreadQuery {
  readonly integration?: string;
  readonly state?: Thread["state"];
}
