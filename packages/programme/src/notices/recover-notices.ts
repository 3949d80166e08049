import { askPerson } from "./finish-notice.ts";
import type { SendingParts } from "./send-options.ts";

const farFuture = new Date("9999-12-31T00:00:00.000Z");
const lost =
  "the platform stopped after the whole mail had been sent: whether the mail server took it is not known";

/**
 * Cleans up behind workers that died. What was not handed over cannot have been taken, and waits again; what was is unknown, and
 * goes before a person. With `isAlone` no other worker is on the database, and every lease is over.
 */
export async function recoverNotices(
  { database, clock, clocks, ids }: SendingParts,
  { isAlone }: { readonly isAlone: boolean },
): Promise<void> {
  const now = clocks.installation.now();
  const overBy = isAlone ? farFuture : clock.now();
  await database.transaction(async (tx) => {
    await tx
      .updateTable("notice")
      .set({ state: "waiting", worker_id: null, lease_until: null })
      .where("state", "=", "sending")
      .where("lease_until", "<=", overBy)
      .execute();
    const unknown = await tx
      .updateTable("notice")
      .set({ state: "unknown", worker_id: null, lease_until: null, ended_at: now, answer: lost })
      .where("state", "=", "handed-over")
      .where("lease_until", "<=", overBy)
      .returning(["id", "integration_id", "deadline_id"])
      .execute();
    for (const notice of unknown)
      await askPerson(tx, notice, { id: ids.uuid(), kind: "notice-unknown", at: now });
  });
}
