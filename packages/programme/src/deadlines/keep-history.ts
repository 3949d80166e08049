import type { Transaction } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";

import type { DeadlineEntry } from "./deadline.ts";

export interface HappenedToDeadline {
  readonly deadlineId: string;
  readonly event: DeadlineEntry["event"];
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject;
}

/** Who acts where nobody does: time. */
export const byTheClock = "clock";

/** Adds what happened to a deadline to its history; the deadline's row is held by the transaction. */
export async function keepHistory(tx: Transaction, happened: HappenedToDeadline): Promise<void> {
  const { count } = await tx
    .selectFrom("deadline_history")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("deadline_id", "=", happened.deadlineId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("deadline_history")
    .values({
      deadline_id: happened.deadlineId,
      entry: count + 1,
      at: happened.at,
      actor: happened.by,
      event: happened.event,
      reason: happened.reason,
      before: happened.before === null ? null : JSON.stringify(happened.before),
      after: JSON.stringify(happened.after),
    })
    .execute();
}
