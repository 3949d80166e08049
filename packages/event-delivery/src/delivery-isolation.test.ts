import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  connect,
  createDeliveryWorld,
  ended,
  enqueue,
  exchangesOf,
  seeDelivery,
  startWorker,
  tenantAheadMs,
  testIds,
  type DeliveryWorld,
  type RunningWorker,
} from "./delivery.world.ts";
import { startPartner, type TestPartner } from "./partner.world.ts";

describe("deliveries beside each other", () => {
  let world: DeliveryWorld;
  let worker: RunningWorker | undefined;
  const partners: TestPartner[] = [];

  beforeEach(async () => {
    world = await createDeliveryWorld({ timeoutMs: 20_000 });
  });
  afterEach(async () => {
    await Promise.all(partners.splice(0).map(async (partner) => partner.close()));
    await worker?.stop();
    await world.close();
  });
  async function partnerWith(...answer: Parameters<typeof startPartner>): Promise<TestPartner> {
    const partner = await startPartner(...answer);
    partners.push(partner);
    return partner;
  }

  it("leave the others alone when one endpoint hangs", async () => {
    const hanging = await partnerWith(() => undefined);
    const healthy = await partnerWith();
    await connect(world, hanging.endpoint);
    await world.connections.saveConnection({
      sandboxId: world.sandboxId,
      region: "b",
      endpoint: healthy.endpoint,
      authentication: { scheme: "basic", username: "slipway" },
      secret: { scheme: "basic", password: "x" },
    });
    const stuck = [];
    for (let n = 0; n < 6; n += 1) stuck.push(await enqueue(world, hanging.endpoint));
    const flowing = [];
    for (let n = 0; n < 6; n += 1)
      flowing.push(await enqueue(world, healthy.endpoint, { region: "b" }));
    worker = await startWorker(world, { laneLimit: 2 });
    for (const id of flowing)
      expect((await ended(world, id)).outcome).toMatchObject({ status: 200 });
    // Everything healthy is through while the hanging endpoint holds its two places, and only those.
    expect(hanging.journal).toHaveLength(2);
    const states = await Promise.all(stuck.map(async (id) => (await seeDelivery(world, id)).state));
    expect(states.toSorted()).toEqual(["due", "due", "due", "due", "started", "started"]);
  });

  it("go out one after the other where a lane has one place, the oldest first", async () => {
    const held: (() => void)[] = [];
    const partner = await partnerWith((_call, response) => void held.push(() => response.end()));
    await connect(world, partner.endpoint);
    const now = Date.now();
    const order = [3, 1, 2].map((age) => ({ age, dueAt: new Date(now - age * 1000) }));
    const ids = new Map<number, string>();
    for (const { age, dueAt } of order)
      ids.set(age, await enqueue(world, partner.endpoint, { dueAt }));
    worker = await startWorker(world, { laneLimit: 1 });
    for (const age of [3, 2, 1]) {
      await until(() => held.length === 1);
      held.pop()?.();
      await ended(world, ids.get(age) ?? "");
    }
    expect(partner.journal.map(({ headers }) => headers["x-slipway-delivery"])).toEqual(
      [3, 2, 1].map((age) => ids.get(age)),
    );
  });

  it("are all taken without waiting, however many there are", async () => {
    const partner = await partnerWith();
    await connect(world, partner.endpoint);
    const ids = [];
    for (let n = 0; n < 130; n += 1) ids.push(await enqueue(world, partner.endpoint));
    worker = await startWorker(world, { laneLimit: 200, lookEveryMs: 3_600_000 });
    for (const id of ids) await ended(world, id);
    expect(partner.journal).toHaveLength(130);
  });

  it("wait until they are due", async () => {
    const partner = await partnerWith();
    await connect(world, partner.endpoint);
    worker = await startWorker(world, { lookEveryMs: 20 });
    const dueAt = new Date(Date.now() + 400);
    const id = await enqueue(world, partner.endpoint, { dueAt });
    await ended(world, id);
    const [exchange] = await exchangesOf(world, id);
    const sentAtMs = (exchange?.at.getTime() ?? 0) - tenantAheadMs;
    expect(sentAtMs).toBeGreaterThanOrEqual(dueAt.getTime());
  });

  it("are each made once when several workers take from the same table", async () => {
    const partner = await partnerWith();
    await connect(world, partner.endpoint);
    const workers = await Promise.all([1, 2, 3].map(async () => startWorker(world)));
    const ids = [];
    for (let n = 0; n < 60; n += 1) ids.push(await enqueue(world, partner.endpoint));
    for (const id of ids) await ended(world, id);
    await Promise.all(workers.map(async ({ stop }) => stop()));
    const received = partner.journal.map(({ headers }) => headers["x-slipway-delivery"]);
    expect(received).toHaveLength(ids.length);
    expect(received).toEqual(expect.arrayContaining(ids));
    expect(workers.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  it("are finished before the worker has stopped, and nothing new is taken", async () => {
    const held: (() => void)[] = [];
    const partner = await partnerWith((_call, response) => void held.push(() => response.end()));
    await connect(world, partner.endpoint);
    const stopping = await startWorker(world, { laneLimit: 1 });
    const first = await enqueue(world, partner.endpoint);
    const second = await enqueue(world, partner.endpoint);
    await until(() => held.length === 1);
    const stopped = stopping.stop();
    held.pop()?.();
    await stopped;
    expect((await seeDelivery(world, first)).state).toBe("finished");
    expect((await seeDelivery(world, second)).state).toBe("due");
    expect(partner.journal).toHaveLength(1);
  });

  it("come to their end when every connection to the database breaks in the middle", async () => {
    const held: (() => void)[] = [];
    const partner = await partnerWith((_call, response) => void held.push(() => response.end()));
    await connect(world, partner.endpoint);
    worker = await startWorker(world, { lookEveryMs: 50 });
    const id = await enqueue(world, partner.endpoint);
    await until(() => held.length === 1);
    await world.database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    held.pop()?.();
    expect((await ended(world, id)).outcome).toMatchObject({ kind: "answered", status: 200 });
    const later = await enqueue(world, partner.endpoint);
    await until(() => held.length === 1);
    held.pop()?.();
    await ended(world, later);
    expect(partner.journal).toHaveLength(2);
  });

  it("never go out a second time when an idle connection was closed by the partner", async () => {
    const partner = await partnerWith((_call, response) => {
      response.end();
      // Says nothing of closing, and closes.
      setImmediate(() => response.socket?.destroy());
    });
    await connect(world, partner.endpoint);
    worker = await startWorker(world);
    const ids = [];
    for (let n = 0; n < 20; n += 1) {
      const id = await enqueue(world, partner.endpoint);
      await ended(world, id);
      ids.push(id);
    }
    const received = partner.journal.map(({ headers }) => headers["x-slipway-delivery"]);
    expect(new Set(received).size).toBe(received.length);
    for (const id of ids) expect(await exchangesOf(world, id)).toHaveLength(1);
  });

  it("that a dead worker had started are given up, recorded, and shown as no answer", async () => {
    const partner = await partnerWith();
    await connect(world, partner.endpoint);
    const id = await enqueue(world, partner.endpoint, { references: { orderId: "o-9" } });
    await world.database.pool.query(
      "update delivery set state = 'started', worker_id = $2, lease_until = $3, started_at = $4 where id = $1",
      [id, testIds.uuid(), new Date(Date.now() - 1), new Date("2026-01-01T00:00:00.000Z")],
    );
    worker = await startWorker(world);
    expect(await ended(world, id)).toMatchObject({
      state: "outcome-unknown",
      outcome: { kind: "no-answer", reason: "outcome-unknown" },
      view: { tone: "error", text: expect.stringMatching(/^No answer: it is not known/) },
    });
    const exchanges = await exchangesOf(world, id);
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({
      at: new Date("2026-01-01T00:00:00.000Z"),
      path: "/orders",
      status: null,
      order_id: "o-9",
      request: '{"orderId":"o-1"}',
      detail: { kind: "no-answer", reason: "outcome-unknown", secretsKnown: 2 },
    });
    expect(partner.journal).toEqual([]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
