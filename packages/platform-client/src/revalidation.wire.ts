import type { Integration } from "./integration.wire.ts";
import type { Actor } from "./lifecycle.wire.ts";

/** A customer says that an integration does not keep to the process or to its features. */
export type AdherenceReport = {
  readonly id: string;
  readonly integrationId: string;
  readonly observation: string;
  readonly exchange?: AttachedExchange;
  readonly reportedBy: Actor;
  readonly reportedAt: string;
} & (
  | { readonly state: "open" }
  | {
      readonly state: "upheld" | "dismissed";
      readonly decidedBy: Actor;
      readonly decidedAt: string;
      readonly reason: string;
    }
);

export interface AttachedExchange {
  readonly customerId: string;
  readonly exchangeId: string;
}

/** What a release is drafted with. */
export interface ReleaseDraft {
  readonly title: string;
  /** What it is, as the mail to the affected partners says. */
  readonly whatItIs: string;
  /** The release notes. */
  readonly notes: string;
  readonly isMandatory: boolean;
  readonly framework: string;
  readonly connectorTypes: readonly Integration["connectorType"][];
}

/** A new feature of the suite. */
export type FeatureRelease = ReleaseDraft & {
  readonly id: string;
  readonly draftedBy: Actor;
  readonly draftedAt: string;
} & (
    | { readonly state: "draft" }
    | { readonly state: "published"; readonly publishedBy: Actor; readonly publishedAt: string }
  );

/** Before a release is published whom it would concern; afterwards whom it was told to. */
export type ReleaseAudience =
  | {
      readonly state: "draft";
      readonly affected: readonly {
        readonly integrationId: string;
        readonly name: string;
        readonly version: number;
        readonly validatedAt: string;
        readonly standing: string;
        readonly contact?: string;
      }[];
    }
  | {
      readonly state: "published";
      readonly told: readonly {
        readonly integrationId: string;
        readonly name: string;
        readonly version: number;
        readonly contact: string;
        readonly noticeId: string;
        readonly deadlineId?: string;
      }[];
    };

/** What an integration has to prove again, and why. */
export interface Revalidation {
  readonly id: string;
  readonly integrationId: string;
  readonly cause: "report" | "release" | "declared-change" | "developer-support" | "partner";
  readonly reportId?: string;
  readonly releaseId?: string;
  readonly subject: string;
  /** Missing where the partner began it by itself. */
  readonly deadlineId?: string;
  readonly validatedVersion: number;
  readonly openedBy: Actor;
  readonly openedAt: string;
  readonly state: "open" | "completed" | "withdrawn";
  /** The version whose validation completed it. */
  readonly version?: number;
  readonly endedBy?: Actor;
  readonly endedAt?: string;
  readonly reason?: string;
}
