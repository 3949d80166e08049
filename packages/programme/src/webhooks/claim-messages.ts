import type { Row } from "@slipway/database";
import { sql } from "kysely";

import type { WebhookWorkerOptions } from "./webhook-worker-options.ts";

/** A message that this worker is to send now. */
export type ClaimedMessage = Pick<
  Row<"webhook_message">,
  "id" | "webhook_id" | "body" | "tries" | "attempts"
> & { readonly url: string };

/** How much longer than a call may take a message is left to its worker, in milliseconds of real time. */
const leaseMarginMs = 30_000;

export interface ClaimOptions extends Pick<WebhookWorkerOptions, "parts" | "outbound"> {
  readonly workerId: string;
  /** How many calls to one webhook this worker may have in its hands. */
  readonly limit: number;
  /** How many it has. */
  readonly inHand: ReadonlyMap<string, number>;
}

/**
 * Takes what is due on the installation's clock, webhook by webhook, the oldest first, as far as there are places: an endpoint that
 * hangs fills its own and nobody else's. What another worker is taking is passed over.
 */
export async function claimMessages({
  parts: { database, clock, clocks },
  outbound,
  workerId,
  limit,
  inHand,
}: ClaimOptions): Promise<readonly ClaimedMessage[]> {
  const leaseUntil = new Date(clock.now().getTime() + outbound.timeoutMs + leaseMarginMs);
  const { rows } = await sql<ClaimedMessage>`
    with picked as materialized (
      select taken.id, webhook.url from webhook, lateral (
        select id from webhook_message
        where webhook_id = webhook.id and state = 'waiting' and due_at <= ${clocks.installation.now()}
        order by due_at, id
        limit greatest(${limit}::int - coalesce((${JSON.stringify(Object.fromEntries(inHand))}::jsonb ->> webhook.id::text)::int, 0), 0)
        for update skip locked
      ) taken
      where webhook.disabled_at is null
    )
    update webhook_message message
    set state = 'sending', worker_id = ${workerId}, lease_until = ${leaseUntil},
      tries = tries + 1, attempts = attempts + 1
    from picked where message.id = picked.id
    returning message.id, message.webhook_id, message.body, message.tries, message.attempts, picked.url
  `.execute(database.queries);
  return rows;
}
