import type { Actor } from "../lifecycle/actor.ts";

/** An exchange of a customer's tenant, as it was recorded. */
export interface AttachedExchange {
  readonly customerId: string;
  readonly exchangeId: string;
}

export interface AdherenceReportHead {
  readonly id: string;
  readonly integrationId: string;
  /** What was seen. */
  readonly observation: string;
  readonly exchange: AttachedExchange | undefined;
  readonly reportedBy: Actor;
  readonly reportedAt: Date;
}

/**
 * A customer says that an integration does not keep to the process, or to the features, that were validated. It stays on record.
 * Upheld, it opens a revalidation.
 */
export type AdherenceReport = AdherenceReportHead &
  (
    | { readonly state: "open" }
    | {
        readonly state: "upheld" | "dismissed";
        readonly decidedBy: Actor;
        readonly decidedAt: Date;
        readonly reason: string;
      }
  );

/** What can be decided about a report. */
export const adherenceDecisions = ["upheld", "dismissed"] as const;

export type AdherenceDecision = (typeof adherenceDecisions)[number];
