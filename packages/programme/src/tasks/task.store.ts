import type { Queries, Transaction } from "@slipway/database";

import { taskTexts, type Task, type TaskKind } from "./task.ts";

export interface NewTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly integrationId: string;
  readonly deadlineId?: string;
  readonly noticeId?: string;
  readonly openedAt: Date;
}

/** Puts something before a person; what is before them already stays as it is. */
export async function openTask(tx: Transaction, task: NewTask): Promise<void> {
  await tx
    .insertInto("task")
    .values({
      id: task.id,
      kind: task.kind,
      integration_id: task.integrationId,
      deadline_id: task.deadlineId ?? null,
      notice_id: task.noticeId ?? null,
      opened_at: task.openedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface TaskEnd {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Closes what is open about a deadline, or about a notice. */
export async function closeTasks(
  tx: Transaction,
  about: { readonly deadlineId: string } | { readonly noticeId: string },
  { at, by, reason }: TaskEnd,
): Promise<void> {
  const closing = tx
    .updateTable("task")
    .set({ closed_at: at, closed_by: by, reason })
    .where("closed_at", "is", null);
  await (
    "deadlineId" in about
      ? closing.where("deadline_id", "=", about.deadlineId)
      : closing.where("notice_id", "=", about.noticeId)
  ).execute();
}

/** What waits for a person, oldest first. */
export async function listTasks(queries: Queries): Promise<readonly Task[]> {
  const rows = await queries
    .selectFrom("task")
    .selectAll()
    .where("closed_at", "is", null)
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    // Written by `openTask` alone.
    const kind = row.kind as TaskKind;
    return {
      id: row.id,
      kind,
      integrationId: row.integration_id,
      ...(row.deadline_id === null ? {} : { deadlineId: row.deadline_id }),
      ...(row.notice_id === null ? {} : { noticeId: row.notice_id }),
      openedAt: row.opened_at,
      toDo: taskTexts[kind],
    };
  });
}
