import type { Transaction } from "@slipway/database";

import { followDeadlines } from "../revalidation/follow-deadlines.ts";
import { daysAfter, revalidationDays } from "./deadline-kinds.ts";
import { lockDeadline } from "./deadline.store.ts";
import { fireReminder } from "./fire-reminder.ts";
import { byTheClock, keepHistory } from "./keep-history.ts";
import { nextReminderAt } from "./reminders.ts";

/**
 * Starts the clock of a deadline that awaited its notice, at the moment at which the mail server took it. Any other is left as
 * it is: it was cleared meanwhile, or the notice is one of its reminders.
 */
export async function startDeadline(
  tx: Transaction,
  deadlineId: string,
  { noticeId, acceptedAt }: { readonly noticeId: string; readonly acceptedAt: Date },
): Promise<void> {
  const { state, integration_id: integrationId } = await lockDeadline(tx, deadlineId);
  if (state !== "awaiting-notice") return;
  const dueAt = daysAfter(acceptedAt, revalidationDays);
  await tx
    .updateTable("deadline")
    .set({
      state: "running",
      started_at: acceptedAt,
      due_at: dueAt,
      set_at: acceptedAt,
      next_at: nextReminderAt(dueAt, acceptedAt, acceptedAt),
    })
    .where("id", "=", deadlineId)
    .execute();
  const firing = { deadlineId, dueAt, reminder: "start", at: acceptedAt };
  // The notice that started it is the reminder of the start.
  await fireReminder(tx, firing, async () => noticeId);
  await keepHistory(tx, {
    deadlineId,
    event: "started",
    at: acceptedAt,
    by: byTheClock,
    reason: `The mail server accepted notice ${noticeId}.`,
    before: { state },
    after: { state: "running", dueAt: dueAt.toISOString() },
  });
  await followDeadlines(tx, integrationId, acceptedAt);
}
