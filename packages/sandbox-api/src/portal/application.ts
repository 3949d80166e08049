/** A candidate's completed application, while and after the candidate is on a partner's page. */
export interface NewApplication {
  readonly customerId: string;
  readonly workflowId: number;
  readonly jobId: number;
  /** Given to the candidate in the address of the return page; only its digest is kept. */
  readonly token: string;
  readonly completedAt: Date;
  /** From when on the candidate's session at the portal is over; on the tenant's clock, as all instants here. */
  readonly sessionEndsAt: Date;
}

/**
 * What a visit of the return page finds.
 * - `submitted`: the first visit in time; the application is submitted by it.
 * - `used`: an earlier visit did so.
 * - `session-over`: the session has ended: the portal shows an empty application that has not learnt of the completion.
 * - `unknown`: no application has this token.
 */
export type ReturnVisit =
  | { readonly kind: "submitted" | "used"; readonly submittedAt: Date }
  | { readonly kind: "session-over"; readonly sessionEndedAt: Date }
  | { readonly kind: "unknown" };

/** How long a candidate's session at the portal lasts; ours, for the vendor's is not public (UNK). */
export const sessionMs = 2 * 60 * 60 * 1_000;
