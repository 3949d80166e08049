import { sql } from "kysely";

import type { WebhookWorkerOptions } from "./webhook-worker-options.ts";

const lost = "The platform stopped before the outcome was written; the message is sent again.";

/**
 * Gives back what workers had in hand that died: nobody knows whether it arrived, so it is sent again, under the same id. With
 * `isAlone` no other worker is on the database, and every lease is over.
 */
export async function recoverMessages(
  { database, clock, clocks }: WebhookWorkerOptions["parts"],
  { isAlone }: { readonly isAlone: boolean },
): Promise<void> {
  const [now, realNow] = [clocks.installation.now(), clock.now()];
  await database.transaction(async (tx) => {
    let open = tx
      .updateTable("webhook_message")
      .set({ state: "waiting", worker_id: null, lease_until: null, due_at: now })
      // What was begun is not counted: the fault was ours.
      .set({ tries: sql<number>`greatest(tries - 1, 0)` })
      .where("state", "=", "sending");
    if (!isAlone) open = open.where("lease_until", "<=", realNow);
    const rows = await open.returning(["id", "attempts"]).execute();
    for (const { id, attempts } of rows)
      await tx
        .insertInto("webhook_attempt")
        .values({ message_id: id, number: attempts, at: realNow, failure: lost })
        .execute();
  });
}
