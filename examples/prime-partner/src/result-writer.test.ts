import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test, vi } from "vitest";

import {
  customers,
  orderBuilder,
  Platform,
  startAts,
  startPartner,
  startWorld,
} from "./prime-partner.world.ts";

const workflow = "6101/applicantworkflows/501";
const eventually = { timeout: 20_000, interval: 10 };

test("an accepted order has one row with status Sent", async () => {
  const { ats, platform, order } = await startWorld();
  const { body } = await platform.post("/orders", order());
  await vi.waitFor(() => expect(ats.rows[workflow]).toHaveLength(1), eventually);
  expect(ats.rows[workflow]?.[0]).toEqual({
    entry: 1,
    assessmentname: { value: "Numerical Reasoning" },
    assessmentdate: expect.stringMatching(
      /^\d{4}-\d\d-\d\d (0[1-9]|1[0-2]):[0-5]\d [AP]M$/,
    ) as unknown,
    assessmentstatus: { id: "D37002019004" },
    assessmenturl: `https://assess.example.test/reports/6101/${String(body.partnerOrderId)}`,
  });
});

test("a test order completes by itself: the same row is changed, then the status says so", async () => {
  const { ats, platform, order } = await startWorld({ testCompletionMs: 30 });
  const body = order({ test: true });
  await platform.post("/orders", body);
  await vi.waitFor(
    () => expect(ats.rows[workflow]?.[0]?.["assessmentstatus"]).toEqual({ id: "D37002019001" }),
    eventually,
  );
  expect(ats.rows[workflow]).toHaveLength(1);
  const row = ats.rows[workflow]?.[0] ?? {};
  expect(row["assessmentscore"]).toBeTypeOf("number");
  expect(String(row["assessmentresult"]).length).toBeLessThanOrEqual(128);
  expect(String(row["assessmentnotes"]).length).toBeLessThanOrEqual(192);
  const { body: status } = await platform.get(`/orders/${String(body["orderId"])}?customerId=6101`);
  expect(status.status).toBe("complete");
  expect(status.completedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test("an order that is no test waits for its candidate", async () => {
  const { ats, partner, platform, order } = await startWorld({ testCompletionMs: 1 });
  const waiting = order();
  await platform.post("/orders", waiting);
  const rehearsal = order({ packageId: "p-200", test: true });
  await platform.post("/orders", rehearsal);
  const isComplete = async (body: Record<string, unknown>): Promise<boolean> =>
    (await platform.get(`/orders/${String(body["orderId"])}?customerId=6101`)).body.status ===
    "complete";
  await vi.waitFor(async () => expect(await isComplete(rehearsal)).toBe(true), eventually);
  expect(await isComplete(waiting)).toBe(false);
  expect(partner.completeOrder(String(waiting["orderId"]))).toBe(true);
  expect(partner.completeOrder(String(waiting["orderId"]))).toBe(false);
  await vi.waitFor(
    () =>
      expect(ats.rows[workflow]?.map((row) => row["assessmentstatus"])).toEqual([
        { id: "D37002019001" },
        { id: "D37002019001" },
      ]),
    eventually,
  );
});

test("a cancelled order's row becomes Incomplete", async () => {
  const { ats, platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  const request = { orderId: body["orderId"], customerId: "6101" };
  await platform.post(`/orders/${String(body["orderId"])}/cancel`, request);
  await vi.waitFor(
    () => expect(ats.rows[workflow]?.[0]?.["assessmentstatus"]).toEqual({ id: "D37002019002" }),
    eventually,
  );
});

test("while the ATS is busy each wait is twice the one before, and the row is written in the end", async () => {
  const { ats, platform, order } = await startWorld({ firstDelayMs: 40 });
  ats.instead.push(...Array.from({ length: 3 }, () => ({ method: "POST", status: 503 }) as const));
  await platform.post("/orders", order());
  await vi.waitFor(() => expect(ats.rows[workflow]).toHaveLength(1), eventually);
  const posts = ats.calls.filter(({ method }) => method === "POST").map(({ at }) => at);
  const waits = posts.slice(1).map((at, place) => at - (posts[place] ?? 0));
  expect(waits).toHaveLength(3);
  // A timer may fire within its last millisecond.
  for (const [place, waitMs] of waits.entries()) expect(waitMs).toBeGreaterThan(39 * 2 ** place);
});

test("the ATS is not asked again sooner than it wishes", async () => {
  const { ats, platform, order } = await startWorld();
  ats.instead.push({ method: "POST", status: 429, headers: { "x-ratelimit-reset": "1" } });
  await platform.post("/orders", order());
  await vi.waitFor(() => expect(ats.rows[workflow]).toHaveLength(1), eventually);
  const [first = 0, second = 0] = ats.calls
    .filter(({ method }) => method === "POST")
    .map(({ at }) => at);
  expect(second - first).toBeGreaterThan(999);
});

test("a row that was created although the answer was an error is found, not created again", async () => {
  const { ats, partner, platform, order } = await startWorld();
  ats.instead.push({ method: "POST", status: 500, afterAll: true });
  const body = order();
  await platform.post("/orders", body);
  partner.completeOrder(String(body["orderId"]));
  await vi.waitFor(
    () => expect(ats.rows[workflow]?.[0]?.["assessmentstatus"]).toEqual({ id: "D37002019001" }),
    eventually,
  );
  expect(ats.rows[workflow]).toHaveLength(1);
  expect(ats.calls.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("orders in a file survive a restart, with what was still to be written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "prime-partner-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const ordersFile = join(folder, "orders.jsonl");
  const ats = await startAts();
  const order = orderBuilder(ats, "6101");
  const before = await startPartner({ ordersFile });
  const body = order();
  expect((await new Platform(before.endpoint, "6101").post("/orders", body)).status).toBe(202);
  await vi.waitFor(() => expect(ats.rows[workflow]).toHaveLength(1), eventually);
  // The ATS goes down; the candidate finishes; the partner ends before it could say so.
  const down = { method: "PATCH", status: 503 } as const;
  ats.instead.push(...Array.from({ length: 50 }, () => down));
  before.completeOrder(String(body["orderId"]));
  await before.close();
  ats.instead.length = 0;
  expect(ats.rows[workflow]?.[0]?.["assessmentstatus"]).toEqual({ id: "D37002019004" });

  const after = await startPartner({ ordersFile, customers: {} });
  const { "6101": customer } = customers;
  if (customer === undefined) throw new Error("Expected the customer 6101 in the world.");
  after.configureCustomer("6101", customer);
  await vi.waitFor(
    () => expect(ats.rows[workflow]?.[0]?.["assessmentstatus"]).toEqual({ id: "D37002019001" }),
    eventually,
  );
  expect(ats.rows[workflow]).toHaveLength(1);
  expect((await new Platform(after.endpoint, "6101").post("/orders", body)).status).toBe(400);
});
