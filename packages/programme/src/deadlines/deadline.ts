import type { DeadlineKind } from "./deadline-kinds.ts";

/** A date by which something has to be done about an integration. */
export interface DeadlineHead {
  readonly id: string;
  readonly integrationId: string;
  readonly kind: DeadlineKind;
  /** What has to be done. */
  readonly subject: string;
  /** Who is told. */
  readonly recipient: string;
  readonly openedAt: Date;
}

/** Where a deadline stands. Instants are on the installation's clock. */
export type DeadlineState =
  /** The clock starts when the mail server accepts the notice; `waitsFor` says what keeps it. */
  | { readonly state: "awaiting-notice"; readonly waitsFor: string }
  | { readonly state: "running"; readonly startedAt: Date; readonly dueAt: Date }
  /** A person has to decide. */
  | { readonly state: "overdue"; readonly startedAt: Date; readonly dueAt: Date }
  | { readonly state: "cleared"; readonly clearedAt: Date };

export type Deadline = DeadlineHead & DeadlineState;

/** One thing that happened to a deadline; entries are only ever added. */
export interface DeadlineEntry {
  readonly entry: number;
  readonly at: Date;
  readonly by: string;
  readonly event: "opened" | "started" | "extended" | "expired" | "cleared";
  readonly reason: string;
  readonly before: object | null;
  readonly after: object;
}

/** A deadline with all that happened to it, oldest first. */
export type DeadlineWithHistory = Deadline & { readonly history: readonly DeadlineEntry[] };
