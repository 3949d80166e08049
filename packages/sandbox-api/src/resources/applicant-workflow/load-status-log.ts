import type { ProfileStore } from "../profile/profile.store.ts";

/** One change of a workflow's status. */
export interface StatusLogEntry {
  readonly status: string;
  readonly changedAt: Date;
  readonly changedBy: number;
}

/** So many entries are kept for reading (3P). */
const newest = 100;

/** The newest changes of a workflow's status, newest first. */
export async function loadStatusLog(
  store: ProfileStore,
  workflowId: number,
): Promise<readonly StatusLogEntry[]> {
  return store.run({
    name: "load-status-log",
    text: `select status, changed_at as "changedAt", changed_by as "changedBy" from workflow_status_log
      where customer_id = $1 and workflow_id = $2 order by entry desc limit $3`,
    values: [store.customerId, workflowId, newest],
  });
}
