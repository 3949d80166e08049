import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import type { WebhookEventType } from "./webhook-events.ts";
import { WebhookNotFoundProblem } from "./webhook.problems.ts";
import type { Webhook } from "./webhook.ts";

/** Oldest first; only those of the organisation that the caller may see, where it may see one alone. */
export async function listWebhooks(
  queries: Queries,
  seen: string | undefined,
): Promise<readonly Webhook[]> {
  const wanted = select(queries);
  const rows = await (seen === undefined ? wanted : wanted.where("organisation.name", "=", seen))
    .orderBy("webhook.created_at")
    .orderBy("webhook.id")
    .execute();
  return rows.map(webhookOf);
}

/** Fails with `WEBHOOK-NOT-FOUND`. */
export async function loadWebhook(queries: Queries, id: string): Promise<Webhook> {
  const row = isUuid(id)
    ? await select(queries).where("webhook.id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new WebhookNotFoundProblem(id);
  return webhookOf(row);
}

/** Its row, held until the transaction ends; fails with `WEBHOOK-NOT-FOUND`. */
export async function lockWebhook(tx: Transaction, id: string): Promise<Row<"webhook">> {
  const row = isUuid(id)
    ? await tx.selectFrom("webhook").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
    : undefined;
  if (row === undefined) throw new WebhookNotFoundProblem(id);
  return row;
}

function select(queries: Queries) {
  return queries
    .selectFrom("webhook")
    .innerJoin("organisation", "organisation.id", "webhook.organisation_id")
    .leftJoinLateral(
      (open) =>
        open
          .selectFrom("webhook_message as message")
          .select((row) => [
            row.fn.countAll<number>().as("waiting"),
            row.fn.min("message.due_at").as("next_at"),
          ])
          .whereRef("message.webhook_id", "=", "webhook.id")
          .where("message.state", "in", ["waiting", "sending"])
          .as("open"),
      (join) => join.onTrue(),
    )
    .selectAll("webhook")
    .select(["organisation.name as organisation", "open.waiting", "open.next_at"]);
}

interface WebhookRow extends Row<"webhook"> {
  readonly organisation: string;
  readonly waiting: number | null;
  readonly next_at: Date | null;
}

function webhookOf(row: WebhookRow): Webhook {
  return {
    id: row.id,
    organisation: row.organisation,
    url: row.url,
    // Written by `addWebhook` alone.
    eventTypes: row.event_types as readonly WebhookEventType[],
    state: stateOf(row),
    health: {
      ...(row.last_success_at === null ? {} : { lastSuccessAt: row.last_success_at }),
      failuresInRow: row.failures,
      ...(row.failing_since === null ? {} : { failingSince: row.failing_since }),
      waiting: row.waiting ?? 0,
      ...(row.next_at === null || row.disabled_at !== null ? {} : { nextAttemptAt: row.next_at }),
    },
    createdAt: row.created_at,
  };
}

function stateOf({ disabled_at: at, disabled_because: reason }: Row<"webhook">): Webhook["state"] {
  return at === null ? { kind: "enabled" } : { kind: "disabled", at, reason: reason ?? "" };
}
