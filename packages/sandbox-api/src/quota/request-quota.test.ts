import { createTestDatabase } from "@slipway/database/testing";
import type { Database } from "@slipway/database";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createRequestQuota, type QuotaRequest } from "./request-quota.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => database.close());

const request = (changes: Partial<QuotaRequest> = {}): QuotaRequest => ({
  customerId: "6101",
  username: "u",
  limit: 10,
  now: new Date("2026-03-01T12:00:00Z"),
  ...changes,
});

test("goes on counting where an earlier process stopped", async () => {
  const first = createRequestQuota(database.queries);
  for (let n = 0; n < 4; n += 1) await first.count(request());
  await first.close();
  const second = createRequestQuota(database.queries);
  expect(await second.count(request())).toMatchObject({ remaining: 5, exceeded: false });
  await second.close();
});

test("adds up what several processes count", async () => {
  const [one, other] = [createRequestQuota(database.queries), createRequestQuota(database.queries)];
  const user = request({ username: "shared" });
  for (let n = 0; n < 3; n += 1) await one.count(user);
  for (let n = 0; n < 3; n += 1) await other.count(user);
  await one.close();
  await other.close();
  const later = createRequestQuota(database.queries);
  expect((await later.count(user)).remaining).toBe(3);
  await later.close();
});

test("loses no request of many that arrive at once before the day's count is loaded", async () => {
  const quota = createRequestQuota(database.queries);
  const user = request({ username: "eager" });
  const readings = await Promise.all(Array.from({ length: 12 }, async () => quota.count(user)));
  expect(readings.map(({ remaining }) => remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0]);
  expect(readings.filter(({ exceeded }) => exceeded)).toHaveLength(2);
  await quota.close();
});

test("counts each user by itself and each day anew", async () => {
  const quota = createRequestQuota(database.queries);
  await quota.count(request({ username: "x" }));
  expect((await quota.count(request({ username: "y" }))).remaining).toBe(9);
  const midnight = new Date("2026-03-02T00:00:00Z");
  expect(await quota.count(request({ username: "x", now: midnight }))).toEqual({
    limit: 10,
    remaining: 9,
    resetSeconds: 86_400,
    exceeded: false,
  });
  await quota.close();
});
