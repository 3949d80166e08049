import type { Transaction } from "@slipway/database";

import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { writeNotice } from "../notices/write-notice.ts";
import { tellWebhooks } from "../webhooks/tell-webhooks.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { revalidationDays, sameDateNextYear, type DeadlineKind } from "./deadline-kinds.ts";
import {
  DeadlineDateProblem,
  DeadlineExistsProblem,
  DeadlineReleaseProblem,
} from "./deadline.problems.ts";
import { loadDeadline } from "./deadline.store.ts";
import type { Deadline } from "./deadline.ts";
import { fireReminder } from "./fire-reminder.ts";
import { keepHistory } from "./keep-history.ts";
import { nextReminderAt } from "./reminders.ts";

export interface OpenDeadline {
  readonly integrationId: string;
  readonly kind: DeadlineKind;
  /** What has to be done; an integration has one open deadline of a kind for it. */
  readonly subject: string;
  /** Address of whoever is told. */
  readonly recipient: string;
  /** With `mandatory-feature` alone. */
  readonly releasedAt?: Date;
  /** More about it, for the mail that tells of a mandatory feature. */
  readonly whatItIs?: string;
  readonly by: string;
  readonly reason: string;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids" | "mail">;

/**
 * Opens a deadline and writes the notice that tells of it. The clock of a revalidation starts when the mail server accepts that
 * notice; that of a mandatory feature has started with the release.
 */
export async function openDeadline(parts: Parts, input: OpenDeadline): Promise<Deadline> {
  const integration = await loadIntegration(parts.database.queries, input.integrationId);
  const now = parts.clocks.installation.now();
  const { deadlineId } = await parts.database.transaction(async (tx) =>
    openDeadlineIn(tx, { parts, integration, input, now }),
  );
  wakeProgrammeWorkers(parts.database.notifications);
  return loadDeadline(parts.database.queries, parts.mail, deadlineId);
}

/** The same in a transaction; whoever began that wakes the workers after its commit. */
export async function openDeadlineIn(
  tx: Transaction,
  { parts, integration, input, now }: OpeningIn,
): Promise<OpenedDeadline> {
  const dueAt = dueDateOf(input, now);
  const id = parts.ids.uuid();
  const isNew = await insertDeadline(tx, id, { input, now, dueAt });
  if (!isNew) throw new DeadlineExistsProblem(input.kind, input.subject);
  await keepHistory(tx, {
    deadlineId: id,
    event: "opened",
    at: now,
    by: input.by,
    reason: input.reason,
    before: null,
    after: dueAt === undefined ? { state: "awaiting-notice" } : running(dueAt),
  });
  await tellWebhooks(tx, {
    type: "deadline.opened",
    integrationId: integration.id,
    at: now,
    facts: {
      deadlineId: id,
      kind: input.kind,
      subject: input.subject,
      dueAt: dueAt?.toISOString() ?? null,
    },
  });
  const noticeId = await tellOfIt(tx, { parts, input, integration, id, now, dueAt });
  return { deadlineId: id, noticeId };
}

export interface OpeningIn {
  readonly parts: Pick<Parts, "ids">;
  readonly integration: Pick<Integration, "id" | "name">;
  readonly input: OpenDeadline;
  readonly now: Date;
}

export interface OpenedDeadline {
  readonly deadlineId: string;
  /** Of the notice that tells of it. */
  readonly noticeId: string;
}

/** Undefined where the date follows from the acceptance of the notice. */
function dueDateOf({ kind, releasedAt }: OpenDeadline, now: Date): Date | undefined {
  if ((kind === "mandatory-feature") !== (releasedAt !== undefined))
    throw new DeadlineReleaseProblem(kind);
  if (releasedAt === undefined) return undefined;
  if (releasedAt > now) throw new DeadlineDateProblem("a release that has happened", releasedAt);
  const dueAt = sameDateNextYear(releasedAt);
  if (dueAt > now) return dueAt;
  throw new DeadlineDateProblem("a release less than a year ago", releasedAt);
}

interface Opening {
  readonly input: OpenDeadline;
  readonly now: Date;
  readonly dueAt: Date | undefined;
}

async function insertDeadline(
  tx: Transaction,
  id: string,
  { input, now, dueAt }: Opening,
): Promise<boolean> {
  const row = await tx
    .insertInto("deadline")
    .values({
      id,
      integration_id: input.integrationId,
      kind: input.kind,
      subject: input.subject,
      recipient: input.recipient,
      opened_at: now,
      ...(dueAt === undefined
        ? { state: "awaiting-notice" }
        : {
            state: "running",
            started_at: input.releasedAt ?? now,
            due_at: dueAt,
            set_at: now,
            next_at: nextReminderAt(dueAt, now, now),
          }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

function running(dueAt: Date): { readonly state: "running"; readonly dueAt: string } {
  return { state: "running", dueAt: dueAt.toISOString() };
}

interface Telling extends Opening {
  readonly parts: Pick<Parts, "ids">;
  readonly integration: Pick<Integration, "id" | "name">;
  readonly id: string;
}

async function tellOfIt(
  tx: Transaction,
  { parts, input, integration, id, now, dueAt }: Telling,
): Promise<string> {
  const { subject, recipient, whatItIs } = input;
  const facts = { integration: integration.name, subject };
  const notice = {
    id: parts.ids.uuid(),
    integrationId: integration.id,
    deadlineId: id,
    recipient,
    at: now,
  };
  if (dueAt === undefined) {
    const kind = "revalidation-required";
    return writeNotice(tx, { ...notice, kind, facts: { ...facts, days: revalidationDays } });
  }
  await fireReminder(tx, { deadlineId: id, dueAt, reminder: "start", at: now }, async () =>
    writeNotice(tx, {
      ...notice,
      kind: "mandatory-feature",
      facts: { ...facts, dueAt, ...(whatItIs === undefined ? {} : { whatItIs }) },
    }),
  );
  return notice.id;
}
