import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import type { ExchangeId } from "@slipway/exchange";
import { systemClock } from "@slipway/foundation";

import { createExchangeRecorder, type OpenExchangeRecorder } from "../create-exchange-recorder.ts";
import { fieldMasks, ids, json, rawExchange } from "../exchange-log.world.ts";
import { readExchanges } from "../read-exchanges.ts";

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.close();
});

function openRecorder(onError: (error: unknown) => void = () => undefined): OpenExchangeRecorder {
  const { connection } = database;
  return createExchangeRecorder({ connection, ids, clock: systemClock, fieldMasks, onError });
}

const exchangeOf = (customerId: string, transactionId: string) =>
  rawExchange({ customerId, transactionId });

async function recorded(customerId: string): Promise<readonly string[]> {
  const read = await readExchanges(database, { customerId, limit: 1000 });
  return read.map(({ transactionId }) => transactionId);
}

/** Ends the server's side of every connection of a recorder. */
async function cutConnections(): Promise<number> {
  const { rows } = await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'slipway-exchange-log' and datname = current_database()`,
  );
  return rows.length;
}

test("records that come together are committed together, each durable when its promise resolves", async () => {
  const recorder = openRecorder();
  const callers = Array.from({ length: 32 }, async (_caller, caller) => {
    for (let turn = 0; turn < 20; turn += 1) {
      const id = await recorder.record(exchangeOf("6201", `${caller}-${turn}`));
      const seen = await readExchanges(database, { customerId: "6201", ids: [id] });
      expect(seen).toHaveLength(1);
    }
  });
  await Promise.all(callers);
  const { rows } = await database.pool.query<{ commits: number }>(
    `select count(distinct xmin::text)::int as commits from exchange where customer_id = '6201'`,
  );
  await recorder.close();
  expect(new Set(await recorded("6201")).size).toBe(640);
  expect(rows[0]?.commits).toBeLessThan(640);
});

test("a record without a body goes into its one table, and beside others with bodies", async () => {
  const recorder = openRecorder();
  const empty = rawExchange({
    customerId: "6202",
    answer: { kind: "no-answer", reason: "timed-out", detail: "none", body: { bytes: undefined } },
  });
  await recorder.record(empty);
  await Promise.all([recorder.record(empty), recorder.record(exchangeOf("6202", "with"))]);
  const bodies = await database.pool.query(
    `select 1 from exchange_body where customer_id = '6202'`,
  );
  await recorder.close();
  expect(await recorded("6202")).toHaveLength(3);
  expect(bodies.rows).toHaveLength(1);
});

test("a record that the database refuses is told to its caller and spoils no other", async () => {
  const errors: unknown[] = [];
  const recorder = openRecorder((error) => errors.push(error));
  await database.pool.query(
    `alter table exchange add constraint no_bad check (transaction_id <> 'bad') not valid`,
  );
  const outcomes = await Promise.allSettled(
    ["a", "bad", "b", "bad", "c"].map(async (id) => recorder.record(exchangeOf("6203", id))),
  );
  await database.pool.query(`alter table exchange drop constraint no_bad`);
  await recorder.close();
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(outcomes[1]).toMatchObject({ reason: { code: "EXCHANGE-LOG-REFUSED", status: 500 } });
  expect(errors).toHaveLength(2);
  expect((await recorded("6203")).toSorted()).toEqual(["a", "b", "c"]);
});

test("a record that cannot be encoded is refused by itself", async () => {
  const recorder = openRecorder();
  const odd = rawExchange({
    customerId: "6204",
    answer: { kind: "answered", status: 70_000, headers: [], body: json({}) },
  });
  const outcomes = await Promise.allSettled([
    recorder.record(odd),
    recorder.record(exchangeOf("6204", "fine")),
  ]);
  await recorder.close();
  expect(outcomes).toMatchObject([
    { status: "rejected", reason: { code: "EXCHANGE-LOG-REFUSED" } },
    { status: "fulfilled" },
  ]);
});

test("connections that are cut under load cost no record that was reported durable, and none twice", async () => {
  const errors: unknown[] = [];
  const recorder = openRecorder((error) => errors.push(error));
  const durable: string[] = [];
  const load = { isOn: true };
  const callers = Array.from({ length: 16 }, async (_caller, caller) => {
    for (let turn = 0; load.isOn; turn += 1) {
      await recorder.record(exchangeOf("6205", `${caller}-${turn}`));
      durable.push(`${caller}-${turn}`);
    }
  });
  let cuts = 0;
  // A cut between two commits is mended unseen: go on until one was felt.
  for (let round = 0; round < 8 || errors.length === 0; round += 1) {
    await sleep(40);
    cuts += await cutConnections();
  }
  load.isOn = false;
  await Promise.all(callers);
  await recorder.close();
  const stored: string[] = [];
  let after: ExchangeId | undefined;
  for (;;) {
    const page = await readExchanges(database, {
      customerId: "6205",
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    stored.push(...page.map(({ transactionId }) => transactionId));
    after = page.at(-1)?.id;
    if (page.length === 0) break;
  }
  expect(cuts).toBeGreaterThan(0);
  expect(stored.toSorted()).toEqual(durable.toSorted());
});

test("callers are told, not kept, when no connection can be had", async () => {
  const errors: unknown[] = [];
  const recorder = createExchangeRecorder({
    connection: { host: "127.0.0.1", port: 9, user: "nobody", database: "none" },
    ids,
    clock: systemClock,
    fieldMasks,
    onError: (error) => errors.push(error),
    patienceMs: 200,
  });
  const outcomes = await Promise.allSettled([
    recorder.record(exchangeOf("6206", "a")),
    recorder.record(exchangeOf("6206", "b")),
  ]);
  await recorder.close();
  const refused = { status: "rejected", reason: { code: "EXCHANGE-LOG-UNAVAILABLE", status: 503 } };
  expect(outcomes).toMatchObject([refused, refused]);
  expect(errors).toHaveLength(1);
});

test("a server that stops answering is given up, and the record is not reported durable", async () => {
  const recorder = createExchangeRecorder({
    connection: database.connection,
    ids,
    clock: systemClock,
    fieldMasks,
    onError: () => undefined,
    patienceMs: 300,
  });
  await recorder.record(exchangeOf("6207", "before"));
  const blocker = await database.pool.connect();
  await blocker.query("begin; lock table exchange in access exclusive mode");
  await expect(recorder.record(exchangeOf("6207", "meanwhile"))).rejects.toMatchObject({
    code: "EXCHANGE-LOG-UNAVAILABLE",
  });
  await blocker.query("rollback");
  blocker.release();
  await recorder.record(exchangeOf("6207", "after"));
  await recorder.close();
  expect(await recorded("6207")).toEqual(expect.arrayContaining(["before", "after"]));
});

test("what is under way is stored before it closes, what comes later is refused", async () => {
  const recorder = openRecorder();
  const underWay = recorder.record(exchangeOf("6208", "in time"));
  await Promise.all([recorder.close(), underWay]);
  await expect(recorder.record(exchangeOf("6208", "late"))).rejects.toMatchObject({
    code: "EXCHANGE-LOG-UNAVAILABLE",
  });
  expect(await recorded("6208")).toEqual(["in time"]);
});
