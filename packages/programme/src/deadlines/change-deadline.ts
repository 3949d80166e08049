import type { Row, Transaction } from "@slipway/database";

import { loadIntegration } from "../integrations/integration.store.ts";
import {
  kindsOfDate,
  kindsOfFirst,
  withdrawNotices,
  writeNotice,
} from "../notices/write-notice.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { closeTasks } from "../tasks/task.store.ts";
import { DeadlineDateProblem, DeadlineStateProblem } from "./deadline.problems.ts";
import { loadDeadline, lockDeadline } from "./deadline.store.ts";
import type { DeadlineWithHistory } from "./deadline.ts";
import { fireReminder } from "./fire-reminder.ts";
import { keepHistory } from "./keep-history.ts";
import { nextReminderAt } from "./reminders.ts";

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids" | "mail">;

/** Who changes a deadline, and why. */
export interface DeadlineChange {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * Gives a deadline a later date. It is running again, its reminders fire anew for the new date, what was not sent yet of the old
 * one is withdrawn, and whatever waited for a person is closed.
 */
export async function extendDeadline(
  parts: Parts,
  { until, ...change }: DeadlineChange & { readonly until: Date },
): Promise<DeadlineWithHistory> {
  return changing(parts, change, async (tx, deadline, now) => {
    const { state, due_at: dueAt } = deadline;
    if ((state !== "running" && state !== "overdue") || dueAt === null)
      throw new DeadlineStateProblem("extended", state, ["running", "overdue"]);
    if (until <= dueAt || until <= now)
      throw new DeadlineDateProblem(
        `a date after ${(dueAt > now ? dueAt : now).toISOString()}`,
        until,
      );
    await withdrawNotices(tx, deadline.id, { at: now, kinds: kindsOfDate });
    await tx
      .updateTable("deadline")
      .set({
        state: "running",
        due_at: until,
        set_at: now,
        next_at: nextReminderAt(until, now, now),
      })
      .where("id", "=", deadline.id)
      .execute();
    await keepHistory(tx, {
      ...happened(change, now),
      event: "extended",
      before: { state, dueAt: dueAt.toISOString() },
      after: { state: "running", dueAt: until.toISOString() },
    });
    const firing = { deadlineId: deadline.id, dueAt: until, reminder: "start", at: now };
    await fireReminder(tx, firing, async () =>
      tellOfExtension(tx, parts, { deadline, until, now, reason: change.reason }),
    );
  });
}

/** Ends a deadline because what it was for is done, or no longer asked. */
export async function clearDeadline(
  parts: Parts,
  change: DeadlineChange,
): Promise<DeadlineWithHistory> {
  return changing(parts, change, async (tx, { id, state }, now) => {
    if (state === "cleared")
      throw new DeadlineStateProblem("cleared", state, ["awaiting-notice", "running", "overdue"]);
    await withdrawNotices(tx, id, { at: now, kinds: [...kindsOfFirst, ...kindsOfDate] });
    await tx
      .updateTable("deadline")
      .set({ state: "cleared", cleared_at: now, next_at: null })
      .where("id", "=", id)
      .execute();
    await keepHistory(tx, {
      ...happened(change, now),
      event: "cleared",
      before: { state },
      after: { state: "cleared" },
    });
  });
}

function happened(
  { id, by, reason }: DeadlineChange,
  at: Date,
): { deadlineId: string; by: string; reason: string; at: Date } {
  return { deadlineId: id, by, reason, at };
}

async function changing(
  parts: Parts,
  change: DeadlineChange,
  work: (tx: Transaction, deadline: Row<"deadline">, now: Date) => Promise<void>,
): Promise<DeadlineWithHistory> {
  const now = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    const deadline = await lockDeadline(tx, change.id);
    await work(tx, deadline, now);
    await closeTasks(tx, { deadlineId: deadline.id }, { ...change, at: now });
  });
  wakeProgrammeWorkers(parts.database.notifications);
  return loadDeadline(parts.database.queries, parts.mail, change.id);
}

interface Extension {
  readonly deadline: Row<"deadline">;
  readonly until: Date;
  readonly now: Date;
  readonly reason: string;
}

async function tellOfExtension(
  tx: Transaction,
  { ids }: Parts,
  { deadline, until, now, reason }: Extension,
): Promise<string> {
  const { name } = await loadIntegration(tx, deadline.integration_id);
  return writeNotice(tx, {
    id: ids.uuid(),
    integrationId: deadline.integration_id,
    deadlineId: deadline.id,
    recipient: deadline.recipient,
    kind: "deadline-extended",
    facts: { integration: name, subject: deadline.subject, dueAt: until, reason },
    at: now,
  });
}
