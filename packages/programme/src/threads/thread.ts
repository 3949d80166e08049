import { unreachable } from "@slipway/foundation";

import type { Actor } from "../lifecycle/actor.ts";

/**
 * Where a partner is stuck, and what is said about it.
 *
 * - `open`: a question waits for Developer Support.
 * - `answered`: Developer Support said the last word; the partner may ask on.
 * - `resolved`: somebody said that it is settled. A further question opens it anew.
 */
export type Thread = {
  readonly id: string;
  readonly integrationId: string;
  readonly item: ThreadItem;
  readonly owner: ThreadOwner;
  readonly openedAt: Date;
  /** The oldest first; they stay as they were written. */
  readonly messages: readonly ThreadMessage[];
} & (
  | { readonly state: "open"; readonly waitingSince: Date }
  | { readonly state: "answered" | "resolved" }
);

export const threadStates = ["open", "answered", "resolved"] as const;

export type ThreadState = (typeof threadStates)[number];

/** What a thread hangs on; it is there, and is the integration's. */
export type ThreadItem =
  | { readonly kind: "run"; readonly runId: string }
  | { readonly kind: "exchange"; readonly customerId: string; readonly exchangeId: string }
  /** Of the requirement set of a version. */
  | { readonly kind: "requirement"; readonly version: number; readonly requirement: string }
  | { readonly kind: "deadline"; readonly deadlineId: string }
  | { readonly kind: "revalidation"; readonly revalidationId: string };

/** Who sees to an answer. */
export type ThreadOwner =
  | { readonly kind: "developer-support" }
  | { readonly kind: "person"; readonly accountId: string; readonly name: string };

export interface ThreadMessage {
  readonly author: Actor;
  readonly at: Date;
  readonly text: string;
}

/** As `run 0190…`. */
export function nameOfItem(item: ThreadItem): string {
  switch (item.kind) {
    case "run":
      return `run ${item.runId}`;
    case "exchange":
      return `exchange ${item.exchangeId} of customer ${item.customerId}`;
    case "requirement":
      return `requirement ${item.requirement} of version ${item.version}`;
    case "deadline":
      return `deadline ${item.deadlineId}`;
    case "revalidation":
      return `revalidation ${item.revalidationId}`;
    default:
      return unreachable(item);
  }
}
