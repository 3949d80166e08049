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
import { DeadlineOfRevalidationProblem } from "../revalidation/revalidation.problems.ts";
import { revalidationOfDeadline } from "../revalidation/revalidation.store.ts";
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

/** Gives a deadline a later date; one by which a revalidation is asked for moves with the standing alone. */
export async function extendDeadline(
  parts: Parts,
  change: DeadlineExtension,
): Promise<DeadlineWithHistory> {
  return changing(parts, change, async (tx, now) => extendDeadlineIn(tx, { parts, change, now }));
}

/** Ends a deadline because what it was for is done, or no longer asked; the same holds for one of a revalidation. */
export async function clearDeadline(
  parts: Parts,
  change: DeadlineChange,
): Promise<DeadlineWithHistory> {
  return changing(parts, change, async (tx, now) => clearDeadlineIn(tx, { change, now }));
}

export type DeadlineExtension = DeadlineChange & { readonly until: Date };

interface Changing<Change extends DeadlineChange> {
  readonly change: Change;
  readonly now: Date;
}

/**
 * Gives a deadline a later date. It is running again, its reminders fire anew for the new date, what was not sent yet of the old
 * one is withdrawn, and whatever waited for a person is closed.
 */
export async function extendDeadlineIn(
  tx: Transaction,
  { parts, change, now }: Changing<DeadlineExtension> & { readonly parts: Pick<Parts, "ids"> },
): Promise<void> {
  const { until } = change;
  const deadline = await lockDeadline(tx, change.id);
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
  await closeTasks(tx, { deadlineId: deadline.id }, { ...change, at: now });
}

/** Ends a deadline, takes back what was not sent yet of it, and closes what waited for a person. */
export async function clearDeadlineIn(
  tx: Transaction,
  { change, now }: Changing<DeadlineChange>,
): Promise<void> {
  const { id, state } = await lockDeadline(tx, change.id);
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
  await closeTasks(tx, { deadlineId: id }, { ...change, at: now });
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
  work: (tx: Transaction, now: Date) => Promise<void>,
): Promise<DeadlineWithHistory> {
  const now = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    const { id } = await lockDeadline(tx, change.id);
    const revalidation = await revalidationOfDeadline(tx, id);
    if (revalidation !== undefined) throw new DeadlineOfRevalidationProblem(id, revalidation);
    await work(tx, now);
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
  { ids }: Pick<Parts, "ids">,
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
