import { setTimeout as sleep } from "node:timers/promises";

import type { Database } from "@slipway/database";

/** As long as whoever asks for readiness is likely to wait. */
const patienceMs = 2000;

/** Whether the database answers in time; one that hangs is as good as away. */
export async function databaseAnswers({ pool }: Pick<Database, "pool">): Promise<boolean> {
  const answer = pool.query("select 1").then(
    () => true,
    () => false,
  );
  return Promise.race([answer, sleep(patienceMs, false, { ref: false })]);
}
