import type { Transaction } from "@slipway/database";

import { loadOrganisation } from "../access/organisation.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { parseWebhookAddress } from "./parse-webhook-address.ts";
import { webhookDueChannel, writeMessage } from "./tell-webhooks.ts";
import { testEventType, type WebhookEventType } from "./webhook-events.ts";
import { renewSecret } from "./webhook-secrets.ts";
import {
  WebhookDisabledProblem,
  WebhookMessageNotFoundProblem,
  WebhookMessageUnderWayProblem,
} from "./webhook.problems.ts";
import { loadWebhook, lockWebhook } from "./webhook.store.ts";
import type { Webhook, WebhookWithSecret } from "./webhook.ts";

export interface AddWebhook {
  /** Name of the organisation whose webhook it is. */
  readonly organisation: string;
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
}

/** Adds one, enabled, with a secret that is readable in this answer alone. */
export async function addWebhook(
  parts: ProgrammeParts,
  { organisation, url, eventTypes }: AddWebhook,
): Promise<WebhookWithSecret> {
  const owner = await loadOrganisation(parts.database.queries, organisation, undefined);
  const [webhookId, at] = [parts.ids.uuid(), parts.clocks.installation.now()];
  const address = parseWebhookAddress(url);
  const secret = await parts.database.transaction(async (tx) => {
    await tx
      .insertInto("webhook")
      .values({
        id: webhookId,
        organisation_id: owner.id,
        url: address,
        event_types: JSON.stringify([...new Set(eventTypes)]),
        created_at: at,
      })
      .execute();
    return renewSecret(tx, parts, { webhookId, at });
  });
  return { ...(await loadWebhook(parts.database.queries, webhookId)), secret };
}

/** Puts a new secret in place; the one before signs beside it for a day. */
export async function rotateWebhookSecret(
  parts: ProgrammeParts,
  id: string,
): Promise<WebhookWithSecret> {
  const at = parts.clocks.installation.now();
  const secret = await parts.database.transaction(async (tx) => {
    const { id: webhookId } = await lockWebhook(tx, id);
    return renewSecret(tx, parts, { webhookId, at });
  });
  return { ...(await loadWebhook(parts.database.queries, id)), secret };
}

/** Lets it be sent to again, at once all that waits, each on a schedule from its beginning. */
export async function enableWebhook(parts: ProgrammeParts, id: string): Promise<Webhook> {
  await changing(parts, id, async (tx) => {
    const enabled = { disabled_at: null, disabled_because: null, failures: 0, failing_since: null };
    await tx.updateTable("webhook").set(enabled).where("id", "=", id).execute();
    await tx
      .updateTable("webhook_message")
      .set({ due_at: parts.clocks.installation.now(), tries: 0 })
      .where("webhook_id", "=", id)
      .where("state", "=", "waiting")
      .execute();
  });
  return loadWebhook(parts.database.queries, id);
}

/** Keeps everything from being sent; it waits. One that is disabled keeps its reason. */
export async function disableWebhook(
  parts: ProgrammeParts,
  id: string,
  reason: string,
): Promise<Webhook> {
  await changing(parts, id, async (tx) => {
    await tx
      .updateTable("webhook")
      .set({ disabled_at: parts.clocks.installation.now(), disabled_because: reason })
      .where("id", "=", id)
      .where("disabled_at", "is", null)
      .execute();
  });
  return loadWebhook(parts.database.queries, id);
}

/** Removes it with its secrets, its log and what waits. Gives what it was. */
export async function removeWebhook(parts: ProgrammeParts, id: string): Promise<Webhook> {
  const webhook = await loadWebhook(parts.database.queries, id);
  await changing(parts, id, async (tx) => {
    await tx.deleteFrom("webhook").where("id", "=", id).execute();
  });
  return webhook;
}

/** Sends it a message that tells of nothing; fails with `WEBHOOK-DISABLED`. */
export async function testWebhook(
  parts: ProgrammeParts,
  id: string,
): Promise<{ readonly messageId: string }> {
  const at = parts.clocks.installation.now();
  return parts.database.transaction(async (tx) => {
    await lockEnabled(tx, id);
    const facts = { webhookId: id };
    const messageId = await writeMessage(tx, { webhookId: id, type: testEventType, at, facts });
    return { messageId };
  });
}

/** Sends a message once more under its own id, whatever became of it; a schedule begins anew. */
export async function resendMessage(
  parts: ProgrammeParts,
  id: string,
  messageId: string,
): Promise<{ readonly messageId: string }> {
  await changing(parts, id, async (tx) => {
    await lockEnabled(tx, id);
    const message = await tx
      .selectFrom("webhook_message")
      .select("state")
      .where("id", "=", messageId)
      .where("webhook_id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (message === undefined) throw new WebhookMessageNotFoundProblem(messageId);
    if (message.state === "sending") throw new WebhookMessageUnderWayProblem(messageId);
    const again = { state: "waiting", tries: 0, ended_at: null } as const;
    await tx
      .updateTable("webhook_message")
      .set({ ...again, due_at: parts.clocks.installation.now() })
      .where("id", "=", messageId)
      .execute();
  });
  return { messageId };
}

async function lockEnabled(tx: Transaction, id: string): Promise<void> {
  const { disabled_because: reason } = await lockWebhook(tx, id);
  if (reason !== null) throw new WebhookDisabledProblem(id, reason);
}

async function changing(
  { database }: Pick<ProgrammeParts, "database">,
  id: string,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockWebhook(tx, id);
    await work(tx);
  });
  database.notifications.notify(webhookDueChannel);
}
