import type { Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { closeTasks } from "../tasks/task.store.ts";
import { startClock } from "./finish-notice.ts";
import { NoticeNotFoundProblem, NoticeNotOpenProblem } from "./notice.problems.ts";
import { loadNotice } from "./notice.store.ts";
import type { NoticeState, NoticeWithText } from "./notice.ts";

/** What a person says of a notice, and why. */
export interface NoticeResolution {
  readonly id: string;
  /** `sent`: the mail server took it. `send-again`: it goes out now, under the same message id. */
  readonly as: "sent" | "send-again";
  readonly by: string;
  readonly reason: string;
}

const allowed: Readonly<Record<NoticeResolution["as"], readonly NoticeState[]>> = {
  sent: ["unknown"],
  "send-again": ["unknown", "refused", "waiting"],
};

/** Ends what a person has to end. A notice that was sent after all starts its clock at the moment it was handed over. */
export async function resolveNotice(
  parts: Pick<ProgrammeParts, "database" | "clocks">,
  resolution: NoticeResolution,
): Promise<NoticeWithText> {
  const { id, as } = resolution;
  const now = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    const notice = await lockNotice(tx, id);
    if (!allowed[as].includes(notice.state))
      throw new NoticeNotOpenProblem(id, { as, state: notice.state });
    const answer = `${as} according to ${resolution.by}: ${resolution.reason}`;
    if (as === "sent") {
      const acceptedAt = notice.handed_over_at ?? now;
      await change(tx, id, { state: "accepted", ended_at: acceptedAt, answer });
      await startClock(tx, notice, acceptedAt);
    } else {
      const again = {
        state: "waiting",
        due_at: now,
        ended_at: null,
        handed_over_at: null,
      } as const;
      await change(tx, id, { ...again, answer });
    }
    await closeTasks(tx, { noticeId: id }, { ...resolution, at: now });
  });
  wakeProgrammeWorkers(parts.database.notifications);
  return loadNotice(parts.database.queries, id);
}

async function lockNotice(tx: Transaction, id: string): Promise<Row<"notice">> {
  const notice = isUuid(id)
    ? await tx.selectFrom("notice").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
    : undefined;
  if (notice === undefined) throw new NoticeNotFoundProblem(id);
  return notice;
}

type Change = Partial<
  Pick<Row<"notice">, "state" | "due_at" | "ended_at" | "handed_over_at" | "answer">
>;

async function change(tx: Transaction, id: string, values: Change): Promise<void> {
  await tx.updateTable("notice").set(values).where("id", "=", id).execute();
}
