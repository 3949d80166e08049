import type { Row, Transaction } from "@slipway/database";

import type { ClaimedMessage } from "./claim-messages.ts";
import { isBeyondHope, nextTryAt } from "./retry-schedule.ts";
import type { AttemptOutcome } from "./send-message.ts";
import type { WebhookWorkerOptions } from "./webhook-worker-options.ts";

/** Writes what came of an attempt: the log, the message's next try, and how the webhook is. */
export async function finishMessage(
  { database, clocks }: WebhookWorkerOptions["parts"],
  { message, outcome, workerId }: Finishing,
): Promise<void> {
  const now = clocks.installation.now();
  await database.transaction(async (tx) => {
    // In the order in which everybody else locks; removed meanwhile, with all its messages: nothing is left to write.
    const webhook = await tx
      .selectFrom("webhook")
      .selectAll()
      .where("id", "=", message.webhook_id)
      .forUpdate()
      .executeTakeFirst();
    const end = isDelivered(outcome)
      ? ({ state: "delivered", ended_at: now } as const)
      : failedEnd(message, now);
    const written = await tx
      .updateTable("webhook_message")
      .set({ ...end, worker_id: null, lease_until: null })
      .where("id", "=", message.id)
      .where("worker_id", "=", workerId)
      .where("attempts", "=", message.attempts)
      .returning("id")
      .executeTakeFirst();
    // Its lease was over: it is sent again, and that attempt counts.
    if (webhook === undefined || written === undefined) return;
    await logAttempt(tx, message, outcome);
    await noteHealth(tx, webhook, { outcome, now });
  });
}

interface Finishing {
  readonly message: ClaimedMessage;
  readonly outcome: AttemptOutcome;
  readonly workerId: string;
}

function isDelivered({ status = 0 }: AttemptOutcome): boolean {
  return status >= 200 && status < 300;
}

function failedEnd(
  { tries }: ClaimedMessage,
  now: Date,
):
  | { readonly state: "waiting"; readonly due_at: Date }
  | { readonly state: "given-up"; readonly ended_at: Date } {
  const nextAt = nextTryAt(tries, now);
  return nextAt === undefined
    ? { state: "given-up", ended_at: now }
    : { state: "waiting", due_at: nextAt };
}

async function logAttempt(
  tx: Transaction,
  message: ClaimedMessage,
  { at, status, failure, answer, durationMs }: AttemptOutcome,
): Promise<void> {
  await tx
    .insertInto("webhook_attempt")
    .values({
      message_id: message.id,
      number: message.attempts,
      at,
      status: status ?? null,
      failure: failure ?? null,
      answer: answer ?? null,
      duration_ms: durationMs,
    })
    .execute();
}

async function noteHealth(
  tx: Transaction,
  webhook: Row<"webhook">,
  { outcome, now }: { readonly outcome: AttemptOutcome; readonly now: Date },
): Promise<void> {
  const update = tx.updateTable("webhook").where("id", "=", webhook.id);
  if (isDelivered(outcome)) {
    await update.set({ failures: 0, failing_since: null, last_success_at: now }).execute();
    return;
  }
  const [failures, since] = [webhook.failures + 1, webhook.failing_since ?? now];
  const reason = reasonToDisable({ outcome, failures, since, now });
  await update
    .set({
      failures,
      failing_since: since,
      ...(reason === undefined || webhook.disabled_at !== null
        ? {}
        : { disabled_at: now, disabled_because: reason }),
    })
    .execute();
}

interface Failing {
  readonly outcome: AttemptOutcome;
  readonly failures: number;
  readonly since: Date;
  readonly now: Date;
}

function reasonToDisable({ outcome, failures, since, now }: Failing): string | undefined {
  if (outcome.status === 410) return "The endpoint answered 410: it is gone for good.";
  if (!isBeyondHope(failures, since, now)) return undefined;
  const last = outcome.failure ?? `status ${outcome.status}`;
  return `${failures} attempts in a row failed since ${since.toISOString()}; the last: ${last}.`;
}
