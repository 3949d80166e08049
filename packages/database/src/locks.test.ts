import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openDatabase, type Database } from "./database.ts";
import { createTestDatabase } from "./testing/create-test-database.ts";
import { terminateBackends } from "./testing/terminate-backends.ts";

let database: Database;
/** Another process, as far as the server knows. */
let other: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  other = openDatabase({ connection: database.connection });
});

afterEach(async () => {
  await other.close();
  await database.close();
});

/** Work that goes on until it is told to end. */
function createWork(): {
  readonly work: () => Promise<void>;
  readonly begun: Promise<void>;
  readonly end: () => void;
} {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  return {
    work: async () => {
      begun.resolve();
      await ended.promise;
    },
    begun: begun.promise,
    end: ended.resolve,
  };
}

const nothing = async (): Promise<void> => undefined;

describe("a lock", () => {
  it("keeps others out while its holder works, in other processes and in its own", async () => {
    const { work, begun, end } = createWork();
    const holding = database.locks.alone("run 1", work);
    await begun;
    expect(await other.locks.alone("run 1", nothing)).toBe(false);
    expect(await database.locks.alone("run 1", nothing)).toBe(false);
    end();
    expect(await holding).toBe(true);
    expect(await other.locks.alone("run 1", nothing)).toBe(true);
    expect(await database.locks.alone("run 1", nothing)).toBe(true);
  });

  it("has nothing to do with locks of other names", async () => {
    const { work, begun, end } = createWork();
    const holding = database.locks.alone("run 1", work);
    await begun;
    expect(await other.locks.alone("run 2", nothing)).toBe(true);
    expect(await database.locks.alone("run 3", nothing)).toBe(true);
    end();
    await holding;
  });

  it("is given back when the work throws", async () => {
    const failing = database.locks.alone("run 1", async () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await other.locks.alone("run 1", nothing)).toBe(true);
  });

  it("is free when its holder's connection ends, and does not trouble the holder", async () => {
    const { work, begun, end } = createWork();
    const holding = database.locks.alone("run 1", work);
    await begun;
    expect(await terminateBackends(other, "select pg_try_advisory_lock%")).toBe(1);
    expect(await other.locks.alone("run 1", nothing)).toBe(true);
    // What the server said has yet to arrive.
    await sleep(50);
    end();
    expect(await holding).toBe(true);
    expect(await database.locks.alone("run 1", nothing)).toBe(true);
  });

  it("cannot be taken once the locks are closed, which does not trouble who holds one", async () => {
    const { work, begun, end } = createWork();
    const holding = database.locks.alone("run 1", work);
    await begun;
    await database.locks.close();
    expect(await other.locks.alone("run 1", nothing)).toBe(true);
    end();
    expect(await holding).toBe(true);
    await expect(database.locks.alone("run 1", nothing)).rejects.toThrow(/found it closed/u);
  });
});
