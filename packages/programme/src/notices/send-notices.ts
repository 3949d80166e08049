import type { Row } from "@slipway/database";

import { finishNotice } from "./finish-notice.ts";
import type { MailOutcome } from "./mail-server.ts";
import type { SendOptions } from "./send-options.ts";

/** Real time for which a worker that talks to the mail server keeps a notice; longer than any conversation may take. */
const leaseMs = 10 * 60_000;

/**
 * Sends what is due on the installation's clock, one notice after the other, until nothing is left. When the way to the server
 * is broken the rest waits for the next round: the notice that met it has its own next date.
 */
export async function sendNotices(options: SendOptions): Promise<void> {
  let isOpen = true;
  while (isOpen) {
    const notice = await claimNotice(options);
    if (notice === undefined) return;
    const outcome = await sendNotice(notice, options);
    await finishNotice(options, notice, outcome);
    isOpen = outcome.kind === "accepted" || outcome.kind === "refused";
  }
}

type NoticeRow = Row<"notice">;

async function claimNotice({
  parts: { database, clock, clocks },
  workerId,
}: SendOptions): Promise<NoticeRow | undefined> {
  return database.queries
    .updateTable("notice")
    .set((row) => ({
      state: "sending",
      attempts: row("attempts", "+", 1),
      worker_id: workerId,
      lease_until: new Date(clock.now().getTime() + leaseMs),
    }))
    .where("id", "=", (notices) =>
      notices
        .selectFrom("notice")
        .select("id")
        .where("state", "=", "waiting")
        .where("due_at", "<=", clocks.installation.now())
        .orderBy("due_at")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

async function sendNotice(notice: NoticeRow, options: SendOptions): Promise<MailOutcome> {
  const { server, parts } = options;
  return server.send(
    {
      messageId: `${notice.id}@${server.domain}`,
      recipient: notice.recipient,
      subject: notice.subject,
      text: notice.body_text,
      html: notice.body_html,
      date: parts.clocks.installation.now(),
    },
    async () => markHandedOver(notice, options),
  );
}

/** From here on nobody knows whether the server took it until it answers. */
async function markHandedOver(
  { id }: NoticeRow,
  { parts: { database, clock, clocks }, workerId }: SendOptions,
): Promise<void> {
  const marked = await database.queries
    .updateTable("notice")
    .set({
      state: "handed-over",
      handed_over_at: clocks.installation.now(),
      lease_until: new Date(clock.now().getTime() + leaseMs),
    })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .where("worker_id", "=", workerId)
    .returning("id")
    .executeTakeFirst();
  if (marked === undefined)
    throw new Error(`Expected notice ${id} to be ours still, found that another worker has it`);
}
