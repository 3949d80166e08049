import type { Row, Transaction } from "@slipway/database";

import { startDeadline } from "../deadlines/start-deadline.ts";
import { openTask } from "../tasks/task.store.ts";
import type { MailOutcome } from "./mail-server.ts";
import { nextAttemptAt } from "./retry-schedule.ts";
import type { SendOptions } from "./send-options.ts";

/** Writes what came of sending a notice; an acceptance starts the clock of the deadline that waited for it. */
export async function finishNotice(
  { parts, workerId }: Pick<SendOptions, "parts" | "workerId">,
  notice: Row<"notice">,
  outcome: MailOutcome,
): Promise<void> {
  const now = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    const written = await tx
      .updateTable("notice")
      .set({
        ...endOf(notice, outcome, now),
        answer: outcome.answer,
        lease_until: null,
        worker_id: null,
      })
      .where("id", "=", notice.id)
      .where("worker_id", "=", workerId)
      .returning("id")
      .executeTakeFirst();
    // Cleaned up behind us, and put before a person: that stands.
    if (written === undefined) return;
    if (outcome.kind === "accepted") await startClock(tx, notice, now);
    if (outcome.kind === "refused" || outcome.kind === "unknown")
      await askPerson(tx, notice, {
        id: parts.ids.uuid(),
        kind: `notice-${outcome.kind}`,
        at: now,
      });
  });
}

function endOf(
  { attempts }: Row<"notice">,
  { kind }: MailOutcome,
  now: Date,
):
  | { readonly state: "waiting"; readonly due_at: Date; readonly handed_over_at: null }
  | { readonly state: "accepted" | "refused" | "unknown"; readonly ended_at: Date } {
  return kind === "deferred"
    ? { state: "waiting", due_at: nextAttemptAt(attempts, now), handed_over_at: null }
    : { state: kind, ended_at: now };
}

/** Starts the clock of the deadline that a notice is about, if that waited for it. */
export async function startClock(
  tx: Transaction,
  { id, deadline_id: deadlineId }: Pick<Row<"notice">, "id" | "deadline_id">,
  acceptedAt: Date,
): Promise<void> {
  if (deadlineId !== null) await startDeadline(tx, deadlineId, { noticeId: id, acceptedAt });
}

/** Puts a notice before a person. */
export async function askPerson(
  tx: Transaction,
  notice: Pick<Row<"notice">, "id" | "integration_id" | "deadline_id">,
  task: {
    readonly id: string;
    readonly kind: "notice-refused" | "notice-unknown";
    readonly at: Date;
  },
): Promise<void> {
  await openTask(tx, {
    id: task.id,
    kind: task.kind,
    integrationId: notice.integration_id,
    ...(notice.deadline_id === null ? {} : { deadlineId: notice.deadline_id }),
    noticeId: notice.id,
    openedAt: task.at,
  });
}
