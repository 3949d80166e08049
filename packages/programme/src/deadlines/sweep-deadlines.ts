import type { Row, Transaction } from "@slipway/database";

import { loadIntegration } from "../integrations/integration.store.ts";
import { writeNotice } from "../notices/write-notice.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { followDeadlines } from "../revalidation/follow-deadlines.ts";
import { openTask } from "../tasks/task.store.ts";
import { tellWebhooks } from "../webhooks/tell-webhooks.ts";
import type { WebhookFacts } from "../webhooks/webhook-events.ts";
import { fireReminder } from "./fire-reminder.ts";
import { byTheClock, keepHistory } from "./keep-history.ts";
import { nextReminderAt, remindersOf, type Reminder } from "./reminders.ts";

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids">;

/**
 * Fires every reminder whose moment has come on the installation's clock, one deadline a transaction. Any number of processes
 * may sweep at once, and any of them may die: what was not committed is found by the next sweep.
 */
export async function sweepDeadlines(parts: Parts): Promise<void> {
  const now = parts.clocks.installation.now();
  let isMore = true;
  while (isMore) isMore = await parts.database.transaction(async (tx) => sweepOne(tx, parts, now));
}

async function sweepOne(tx: Transaction, parts: Parts, now: Date): Promise<boolean> {
  const deadline = await tx
    .selectFrom("deadline")
    .selectAll()
    .where("state", "=", "running")
    .where("next_at", "<=", now)
    .orderBy("next_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (deadline === undefined) return false;
  const { due_at: dueAt, set_at: setAt } = deadline;
  if (dueAt === null || setAt === null)
    throw new Error(`Expected dates with the running deadline ${deadline.id}, found none`);
  const come = remindersOf(dueAt, setAt).filter(({ at }) => at <= now);
  for (const reminder of come) await fire(tx, parts, { deadline, dueAt, reminder, now });
  const isOver = come.some(({ daysLeft }) => daysLeft === 0);
  if (isOver) await expire(tx, parts, { deadline, dueAt, now });
  await tx
    .updateTable("deadline")
    .set({ state: isOver ? "overdue" : "running", next_at: nextReminderAt(dueAt, setAt, now) })
    .where("id", "=", deadline.id)
    .execute();
  // In the transaction of the firing: whoever sees it overdue sees the integration so as well.
  if (isOver) await followDeadlines(tx, deadline.integration_id, now);
  return true;
}

interface Come {
  readonly deadline: Row<"deadline">;
  readonly dueAt: Date;
  readonly reminder: Reminder;
  readonly now: Date;
}

async function fire(
  tx: Transaction,
  { ids }: Parts,
  { deadline, dueAt, reminder, now }: Come,
): Promise<void> {
  const firing = { deadlineId: deadline.id, dueAt, reminder: reminder.name, at: now };
  await fireReminder(tx, firing, async () => {
    const { name } = await loadIntegration(tx, deadline.integration_id);
    const facts = { integration: name, subject: deadline.subject, dueAt };
    const notice = {
      id: ids.uuid(),
      integrationId: deadline.integration_id,
      deadlineId: deadline.id,
      recipient: deadline.recipient,
      at: now,
    };
    const { daysLeft } = reminder;
    if (daysLeft > 0)
      await tellWebhooks(tx, {
        type: "deadline.reminder",
        integrationId: deadline.integration_id,
        at: now,
        facts: { ...factsOf(deadline, dueAt), daysLeft },
      });
    return daysLeft === 0
      ? writeNotice(tx, { ...notice, kind: "deadline-expired", facts })
      : writeNotice(tx, { ...notice, kind: "deadline-reminder", facts: { ...facts, daysLeft } });
  });
}

/** Nothing is suspended: a person finds it in the queue, and decides. */
async function expire(
  tx: Transaction,
  { ids }: Parts,
  { deadline, dueAt, now }: Pick<Come, "deadline" | "dueAt" | "now">,
): Promise<void> {
  await openTask(tx, {
    id: ids.uuid(),
    kind: "deadline-overdue",
    integrationId: deadline.integration_id,
    deadlineId: deadline.id,
    openedAt: now,
  });
  await keepHistory(tx, {
    deadlineId: deadline.id,
    event: "expired",
    at: now,
    by: byTheClock,
    reason: "The due date has passed.",
    before: { state: "running" },
    after: { state: "overdue" },
  });
  await tellWebhooks(tx, {
    type: "deadline.expired",
    integrationId: deadline.integration_id,
    at: now,
    facts: factsOf(deadline, dueAt),
  });
}

function factsOf(
  { id, kind, subject }: Row<"deadline">,
  dueAt: Date,
): WebhookFacts["deadline.expired"] {
  return { deadlineId: id, kind, subject, dueAt: dueAt.toISOString() };
}
