import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import type { ExchangeId, RawExchange } from "@slipway/exchange";
import { systemClock } from "@slipway/foundation";

import { createExchangeRecorder } from "./create-exchange-recorder.ts";
import { fieldMasks, ids, rawExchange } from "./exchange-log.world.ts";
import { readExchange, readExchanges, type ExchangeQuery } from "./read-exchanges.ts";

const deliveryId = "0198a000-0000-7000-8000-0000000000dd";
const minute = (number: number): Date => new Date(Date.UTC(2026, 2, 1, 10, number));
const recordedIds: ExchangeId[] = [];
let database: Database;
let halfTime: Date;

const parts: readonly Partial<RawExchange>[] = [
  { transactionId: "first", at: minute(30), references: { personId: 5 } },
  { transactionId: "second", at: minute(20), references: { personId: 5, workflowId: 501 } },
  { transactionId: "third", at: minute(10), references: { jobId: 7, orderId: "o-1" } },
  { transactionId: "fourth", at: minute(40), direction: "to-partner", references: { deliveryId } },
  { transactionId: "fifth", at: minute(50), references: { workflowId: 501, orderId: "o-1" } },
];

beforeAll(async () => {
  database = await createTestDatabase();
  const recorder = createExchangeRecorder({
    connection: database.connection,
    ids,
    clock: systemClock,
    fieldMasks,
    onError: (error) => {
      throw error;
    },
  });
  for (const [index, part] of parts.entries()) {
    recordedIds.push(await recorder.record(rawExchange(part)));
    await sleep(3);
    if (index === 1) {
      halfTime = new Date();
      await sleep(3);
    }
  }
  // Another customer's exchange with the same references.
  await recorder.record(rawExchange({ customerId: "6102", references: { personId: 5 } }));
  await recorder.close();
});

afterAll(async () => {
  await database.close();
});

async function found(query: Omit<ExchangeQuery, "customerId">): Promise<readonly string[]> {
  const read = await readExchanges(database, { customerId: "6101", ...query });
  return read.map(({ transactionId }) => transactionId);
}

test("a customer's exchanges come in the order of recording, whatever its clock says, and only its own", async () => {
  expect(await found({})).toEqual(["first", "second", "third", "fourth", "fifth"]);
  expect(await found({ order: "newest-first" })).toEqual([
    "fifth",
    "fourth",
    "third",
    "second",
    "first",
  ]);
});

test.each<[Omit<ExchangeQuery, "customerId">, readonly string[]]>([
  [{ personId: 5 }, ["first", "second"]],
  [{ jobId: 7 }, ["third"]],
  [{ workflowId: 501 }, ["second", "fifth"]],
  [{ orderId: "o-1" }, ["third", "fifth"]],
  [{ orderId: "o-1", workflowId: 501 }, ["fifth"]],
  [{ deliveryId }, ["fourth"]],
  [{ direction: "to-partner" }, ["fourth"]],
  [{ transactionId: "second" }, ["second"]],
  [{ personId: 6 }, []],
])("%j finds %j", async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test("a window by the tenant's clock includes its beginning and not its end", async () => {
  expect(await found({ from: minute(20), before: minute(40) })).toEqual(["first", "second"]);
});

test("a window by the time of recording takes no notice of the tenant's clock", async () => {
  expect(await found({ recordedBefore: halfTime })).toEqual(["first", "second"]);
  expect(await found({ recordedFrom: halfTime })).toEqual(["third", "fourth", "fifth"]);
});

test("exchanges are found by their ids, none for no ids, none of another customer", async () => {
  const [first, , third] = recordedIds;
  if (first === undefined || third === undefined) throw new Error("Expected recorded exchanges");
  expect(await found({ ids: [third, first] })).toEqual(["first", "third"]);
  expect(await found({ ids: [] })).toEqual([]);
  expect(await readExchanges(database, { customerId: "6102", ids: [first] })).toEqual([]);
  expect(await readExchange(database, "6102", first)).toBeUndefined();
  expect(await readExchange(database, "6101", first)).toMatchObject({ transactionId: "first" });
});

test.each(["oldest-first", "newest-first"] as const)(
  "pages follow each other without gap or repeat, %s",
  async (order) => {
    const paged: string[] = [];
    let after: ExchangeId | undefined;
    for (let page = 0; page < 3; page += 1) {
      const read = await readExchanges(database, {
        customerId: "6101",
        order,
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      paged.push(...read.map(({ transactionId }) => transactionId));
      after = read.at(-1)?.id;
    }
    expect(paged).toEqual(await found({ order }));
  },
);

test("an exchange whose bodies were dropped is read without their content", async () => {
  const [first] = recordedIds;
  if (first === undefined) throw new Error("Expected recorded exchanges");
  await database.pool.query("delete from exchange_body where exchange_id = $1", [first]);
  expect(await readExchange(database, "6101", first)).toMatchObject({
    answer: { body: { kind: "json", content: "", byteCount: 37 } },
  });
});
