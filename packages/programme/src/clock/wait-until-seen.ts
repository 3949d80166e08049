import type { Database } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import { createBell } from "../bell.ts";
import { ClockNotSeenProblem } from "./clock.problems.ts";
import { clockLookEveryMs, clockSeenChannel } from "./movable-clocks.ts";

const limitMs = 12_000;
/** A process that has not looked for so long is dead, or cut off from the database, and reads the clocks when it is back. */
const silenceMs = 3 * clockLookEveryMs + 1000;

interface Silence {
  readonly looks: number;
  readonly sinceMs: number;
}

/**
 * Resolves when every process that looks at the clocks follows `version`. Whether a process lives is told by its looks alone,
 * on our own monotonic clock, so that machines need not agree on the time. Fails with `CLOCK-NOT-SEEN`.
 */
export async function waitUntilSeen(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  version: number,
): Promise<void> {
  const begunMs = clock.monotonicMs();
  const heard = new Map<string, Silence>();
  const bell = createBell();
  const unlisten = await database.notifications.listen(clockSeenChannel, bell.ring);
  try {
    for (;;) {
      const late = await loadLate(database, version);
      const nowMs = clock.monotonicMs();
      const dead = late.filter((one) => isSilent(heard, one, nowMs)).map(({ id }) => id);
      if (dead.length > 0) await forget(database, dead);
      if (late.length === dead.length) return;
      if (nowMs - begunMs > limitMs) throw new ClockNotSeenProblem(late.length, limitMs);
      await bell.wait();
    }
  } finally {
    unlisten();
  }
}

interface Late {
  readonly id: string;
  readonly looks: number;
}

async function loadLate({ queries }: Database, version: number): Promise<readonly Late[]> {
  return queries
    .selectFrom("clock_listener")
    .select(["id", "looks"])
    .where("seen_version", "<", version)
    .execute();
}

function isSilent(heard: Map<string, Silence>, { id, looks }: Late, nowMs: number): boolean {
  const before = heard.get(id);
  if (before?.looks === looks) return nowMs - before.sinceMs > silenceMs;
  heard.set(id, { looks, sinceMs: nowMs });
  return false;
}

async function forget({ queries }: Database, ids: readonly string[]): Promise<void> {
  await queries.deleteFrom("clock_listener").where("id", "in", ids).execute();
}
