/** One item of a tenant's list. */
export interface ListNode {
  /** `D` and digits for a system node, `C` and digits for one the customer made (PAY). */
  readonly id: string;
  readonly value: string;
  /** Countries and states have one: `US`, `MA` (PAY). */
  readonly abbrev?: string;
  /** Not offered any more; a write that names it fails (DOC for school, major, degree; INF elsewhere). */
  readonly hidden?: boolean;
  /** The node above, where a list is nested: the country of a state. */
  readonly parent?: string;
}

/** What a status means to us; the ATS itself knows only ids and texts. */
export type StatusPurpose =
  | "submitted"
  | "review"
  | "send-assessment"
  | "assessment-in-progress"
  | "assessment-complete"
  | "interview"
  | "offer"
  | "hired"
  | "rejected"
  | "withdrawn";

/** A status of recruiting workflows. */
export interface StatusNode extends ListNode {
  /** The bin that groups statuses in the platform's own pages; search only (DOC). */
  readonly bin?: string;
  readonly purpose: StatusPurpose;
}
