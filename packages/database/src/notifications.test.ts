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

/** Keeps what a listener was told; `until` resolves once there is as much of it. */
function createEar(): {
  readonly heard: string[];
  readonly onWake: (payload: string) => void;
  readonly until: (count: number) => Promise<readonly string[]>;
} {
  const heard: string[] = [];
  return {
    heard,
    onWake: (payload) => {
      heard.push(payload);
    },
    until: async (count) => {
      while (heard.length < count) await sleep(5);
      return heard;
    },
  };
}

describe("notifications", () => {
  it("reach listeners of every process, the sender's own too", async () => {
    const here = createEar();
    const there = createEar();
    await database.notifications.listen("bell", here.onWake);
    await other.notifications.listen("bell", there.onWake);
    other.notifications.notify("bell", "7001");
    expect(await here.until(1)).toEqual(["7001"]);
    expect(await there.until(1)).toEqual(["7001"]);
  });

  it("ring everybody who began to listen on one channel at the same time", async () => {
    const ears = Array.from({ length: 5 }, createEar);
    await Promise.all(
      ears.map(async ({ onWake }) => database.notifications.listen("bell", onWake)),
    );
    other.notifications.notify("bell", "now");
    for (const ear of ears) expect(await ear.until(1)).toEqual(["now"]);
  });

  it("stay on their channel", async () => {
    const left = createEar();
    const right = createEar();
    await database.notifications.listen("left", left.onWake);
    await database.notifications.listen("right", right.onWake);
    other.notifications.notify("left", "l");
    other.notifications.notify("right", "r");
    expect([await left.until(1), await right.until(1)]).toEqual([["l"], ["r"]]);
  });

  it("are sent once where equal ones come in one turn", async () => {
    const ear = createEar();
    await database.notifications.listen("bell", ear.onWake);
    for (const payload of ["a", "b", "a", "a", "b"]) other.notifications.notify("bell", payload);
    await ear.until(2);
    other.notifications.notify("bell", "last");
    expect(await ear.until(3)).toEqual(["a", "b", "last"]);
  });

  it("stop for a listener that stops, and for no other", async () => {
    const stopping = createEar();
    const staying = createEar();
    const stop = await database.notifications.listen("bell", stopping.onWake);
    await database.notifications.listen("bell", staying.onWake);
    stop();
    other.notifications.notify("bell", "one");
    await staying.until(1);
    expect(stopping.heard).toEqual([]);
  });

  it("let one function listen twice, and stop once", async () => {
    const ear = createEar();
    const stop = await database.notifications.listen("bell", ear.onWake);
    await database.notifications.listen("bell", ear.onWake);
    stop();
    other.notifications.notify("bell", "one");
    expect(await ear.until(1)).toEqual(["one"]);
  });

  it("come again when the server ended the connection, and tell that something may have been missed", async () => {
    const left = createEar();
    const right = createEar();
    await database.notifications.listen("left", left.onWake);
    await database.notifications.listen("right", right.onWake);
    expect(await terminateBackends(other, 'listen "%')).toBe(1);
    expect([await left.until(1), await right.until(1)]).toEqual([[""], [""]]);
    other.notifications.notify("left", "after");
    other.notifications.notify("right", "after");
    expect([await left.until(2), await right.until(2)]).toEqual([
      ["", "after"],
      ["", "after"],
    ]);
  });

  it("go out again when the sender's connection was ended", async () => {
    const ear = createEar();
    await database.notifications.listen("bell", ear.onWake);
    other.notifications.notify("bell", "before");
    await ear.until(1);
    expect(await terminateBackends(database, "select pg_notify%")).toBe(1);
    // Until the sender has noticed, what it tells is lost.
    while (ear.heard.length < 2) {
      other.notifications.notify("bell", "after");
      await sleep(20);
    }
    expect(ear.heard[1]).toBe("after");
  });

  it("leave no connection behind that was opened for what was told before the close", async () => {
    other.notifications.notify("bell", "late");
    await other.close();
    await sleep(50);
    const { rows } = await database.pool.query(
      `select pid from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    expect(rows).toEqual([]);
  });
});
