import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createTestDatabase } from "@slipway/database/testing";
import type { Database } from "@slipway/database";
import { systemClock } from "@slipway/foundation";

import { createExchangeRecorder, type OpenExchangeRecorder } from "./create-exchange-recorder.ts";
import { fieldMasks, ids, json, rawExchange, text } from "./exchange-log.world.ts";
import { insertExchange } from "./insert-exchange.ts";
import { readExchange } from "./read-exchanges.ts";

let database: Database;
let recorder: OpenExchangeRecorder;
const errors: unknown[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  recorder = createExchangeRecorder({
    connection: database.connection,
    ids,
    clock: systemClock,
    fieldMasks,
    onError: (error) => errors.push(error),
  });
});

afterAll(async () => {
  await recorder.close();
  await database.close();
  if (errors.length > 0) throw new AggregateError(errors, "The recorder met errors");
});

test("a recorded exchange reads back as it was, with marks in the place of its secrets", async () => {
  const raw = rawExchange({
    request: {
      headers: [
        ["Host", "127.0.0.1:8701"],
        ["Authorization", `Basic ${Buffer.from("partner-api:s3cret-pass").toString("base64")}`],
      ],
    },
    answer: {
      kind: "answered",
      status: 200,
      headers: [["Content-Type", "application/json;charset=UTF-8"]],
      body: json({ firstname: "Zoë", usssn: "123456789" }),
    },
    references: { personId: 5, workflowId: 501, orderId: "order-1", deliveryId: "not-a-uuid" },
  });
  const id = await recorder.record(raw);
  expect(await readExchange(database, "6101", id)).toEqual({
    id,
    customerId: "6101",
    sandboxId: raw.sandboxId,
    direction: "to-ats",
    at: raw.at,
    durationMs: 4.25,
    actor: { kind: "api-user", username: "partner-api", userId: 12 },
    transactionId: "tx-1",
    request: {
      method: "GET",
      path: "/customers/6101/people/5",
      query: "fields=firstname,lastname",
      origin: "http://127.0.0.1:8701",
      headers: [
        ["Host", "127.0.0.1:8701"],
        ["Authorization", expect.stringMatching(/^Basic ⟦credential:[0-9a-f]{16}:23⟧$/)],
      ],
      body: { kind: "none" },
    },
    answer: {
      kind: "answered",
      status: 200,
      headers: [["Content-Type", "application/json;charset=UTF-8"]],
      body: {
        kind: "json",
        content: expect.stringMatching(
          /^\{"firstname":"Zoë","usssn":"⟦government-id:[0-9a-f]{16}:9⟧"\}$/,
        ),
        byteCount: 40,
      },
    },
    access: raw.access,
    facts: [],
    references: { personId: 5, workflowId: 501, orderId: "order-1", deliveryId: "not-a-uuid" },
  });
});

test("an exchange written in a transaction is there if the transaction commits, and not otherwise", async () => {
  const kept = recorder.prepare(rawExchange());
  const lost = recorder.prepare(rawExchange());
  await database.transaction(async (tx) => insertExchange(tx, kept));
  await expect(
    database.transaction(async (tx) => {
      await insertExchange(tx, lost);
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(await readExchange(database, "6101", kept.id)).toMatchObject({ transactionId: "tx-1" });
  expect(await readExchange(database, "6101", lost.id)).toBeUndefined();
});

test("of an answer that broke off, what had arrived is kept", async () => {
  const prepared = recorder.prepare(
    rawExchange({
      answer: {
        kind: "no-answer",
        reason: "malformed-answer",
        detail: "the body ended early",
        body: { ...text('{"error":'), cut: { limitBytes: 9, reason: "too-slow" } },
      },
    }),
  );
  await database.transaction(async (tx) => insertExchange(tx, prepared));
  const read = await readExchange(database, "6101", prepared.id);
  expect(read?.answer).toEqual({
    kind: "no-answer",
    reason: "malformed-answer",
    detail: "the body ended early",
    body: { kind: "text", content: '{"error":', byteCount: 9, cut: true },
  });
  expect(read?.answer).toEqual(prepared.answer);
  expect(read?.facts).toEqual([
    { kind: "body-cut", where: "answer.body", limitBytes: 9, reason: "too-slow" },
  ]);
});

test("whatever arrives is stored, and both ways of storing it give the same", async () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      "\0",
      "\uD800",
      "\uDC00",
      "⟦",
      "⟧",
      '"',
      "\\",
      "u0000",
      "{",
      "😀",
      "é",
      "\n",
      "\t",
    ),
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(odd, odd, async (one, other) => {
      const raw = rawExchange({
        transactionId: one,
        references: { orderId: other, deliveryId: one },
        request: {
          path: one,
          query: other,
          headers: [[other, one]],
          body: text(`${one}${other}`),
        },
        answer: {
          kind: "answered",
          status: 200,
          headers: [],
          body: json({ [one]: other }),
        },
      });
      const id = await recorder.record(raw);
      const prepared = recorder.prepare(raw);
      await database.transaction(async (tx) => insertExchange(tx, prepared));
      const [copied, inserted] = await Promise.all([
        readExchange(database, "6101", id),
        readExchange(database, "6101", prepared.id),
      ]);
      expect({ ...copied, id: "" }).toEqual({ ...inserted, id: "" });
      expect(copied?.transactionId).toBe(prepared.row["transaction_id"]);
    }),
    { numRuns: 100 },
  );
});
