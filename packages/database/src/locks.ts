import type { Connection } from "./connection.ts";
import { openLine } from "./line.ts";

/** Locks by name, held against every process on the database. If a process dies, what it held is free at once. */
export interface Locks {
  /**
   * Runs `work` while nobody else holds `name`, and resolves to true after it; false at once, without running it, while
   * somebody does. The locks belong to one connection: should it break under `work`, others may take the lock before `work`
   * has ended, so what it writes has to bear that.
   */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export function openLocks(connection: Connection): Locks {
  const line = openLine({ connection });
  // For the server the connection is one holder, who may take a lock again and again.
  const held = new Set<string>();
  const alone: Locks["alone"] = async (name, work) => {
    if (held.has(name)) return false;
    held.add(name);
    try {
      const [lock] = await line.query<{ taken: boolean }>(
        "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
        [name],
      );
      if (lock?.taken !== true) return false;
      try {
        await work();
        return true;
      } finally {
        // A lock that cannot be given back went with its connection.
        await line
          .query("select pg_advisory_unlock(hashtextextended($1, 0))", [name])
          .catch(() => undefined);
      }
    } finally {
      held.delete(name);
    }
  };
  return { alone, close: line.close };
}
