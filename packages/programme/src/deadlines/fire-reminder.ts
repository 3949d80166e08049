import type { Transaction } from "@slipway/database";

export interface Firing {
  readonly deadlineId: string;
  readonly dueAt: Date;
  /** `start`, `60-days` … `1-days`, `expiry`. */
  readonly reminder: string;
  readonly at: Date;
}

/**
 * Runs `work` the first time that a reminder of a due date fires, in its transaction, and never again: whoever comes second finds
 * the row, also after a crash, and however the clock was moved. `work` gives the id of the notice it wrote.
 */
export async function fireReminder(
  tx: Transaction,
  { deadlineId, dueAt, reminder, at }: Firing,
  work: () => Promise<string>,
): Promise<void> {
  const fired = await tx
    .insertInto("deadline_firing")
    .values({ deadline_id: deadlineId, due_at: dueAt, reminder, fired_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("reminder")
    .executeTakeFirst();
  if (fired === undefined) return;
  const noticeId = await work();
  await tx
    .updateTable("deadline_firing")
    .set({ notice_id: noticeId })
    .where("deadline_id", "=", deadlineId)
    .where("due_at", "=", dueAt)
    .where("reminder", "=", reminder)
    .execute();
}
