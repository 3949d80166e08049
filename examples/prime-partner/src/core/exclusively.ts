/** Runs `work` while nobody else holds one of `keys`; those who wait go in the order in which they came. */
export type Exclusively = <Result>(
  keys: readonly string[],
  work: () => Promise<Result>,
) => Promise<Result>;

/**
 * A lock by keys. All keys of a call are queued for in one synchronous step, so that two calls cannot each hold what the
 * other waits for. It holds within one process; a service of several processes takes its database's locks.
 */
export function createExclusively(): Exclusively {
  const lastOf = new Map<string, Promise<void>>();
  return async (keys, work) => {
    const before = Promise.all(keys.flatMap((key) => lastOf.get(key) ?? []));
    const mine = before.then(work);
    const ended = mine.then(ignore, ignore);
    for (const key of keys) lastOf.set(key, ended);
    try {
      return await mine;
    } finally {
      for (const key of keys) if (lastOf.get(key) === ended) lastOf.delete(key);
    }
  };
}

function ignore(): void {
  // The caller sees how the work ended; those who wait only need to know that it has.
}
