import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import {
  connect,
  createDeliveryWorld,
  ended,
  enqueue,
  exchangesOf,
  startWorker,
  tenantAheadMs,
  testPassword,
  type DeliveryWorld,
  type RunningWorker,
} from "./delivery.world.ts";
import { startPartner, type AnswerCall, type TestPartner } from "./partner.world.ts";

describe("a call from its row to its end", () => {
  let world: DeliveryWorld;
  let worker: RunningWorker;
  let partner: TestPartner | undefined;

  beforeAll(async () => {
    world = await createDeliveryWorld();
    worker = await startWorker(world);
  });
  afterEach(async () => {
    await partner?.close();
    partner = undefined;
  });
  afterAll(async () => {
    await worker.stop();
    await world.close();
    if (worker.troubles.length > 0)
      throw new AggregateError(worker.troubles, "The worker had troubles");
  });

  async function partnerAt(answer?: AnswerCall): Promise<TestPartner> {
    partner = await startPartner(answer);
    await connect(world, `${partner.endpoint}/prime/`);
    return partner;
  }

  it("sends an order to the path below the endpoint with the configured credentials", async () => {
    const { endpoint, journal } = await partnerAt();
    const id = await enqueue(world, endpoint);
    await ended(world, id);
    expect(journal).toHaveLength(1);
    expect(journal[0]).toMatchObject({
      method: "POST",
      url: "/prime/orders",
      body: '{"orderId":"o-1"}',
    });
    expect(journal[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "Slipway/test",
      "x-slipway-delivery": id,
      authorization: `Basic ${Buffer.from(`slipway:${testPassword}`).toString("base64")}`,
    });
  });

  it("compresses an event and repeats its links in the header", async () => {
    const { endpoint, journal } = await partnerAt();
    const id = await enqueue(world, endpoint, {
      kind: "event",
      request: {
        method: "POST",
        path: "/events",
        body: { eventType: "WorkFlowStatusChangeEvent" },
        gzip: true,
        headers: { Link: 'http://127.0.0.1/x;rel="job";title="Job Profile"' },
      },
    });
    await ended(world, id);
    expect(journal[0]?.headers).toMatchObject({
      "content-encoding": "gzip",
      link: 'http://127.0.0.1/x;rel="job";title="Job Profile"',
    });
    expect(journal[0]?.body).toBe('{"eventType":"WorkFlowStatusChangeEvent"}');
  });

  it("stores outcome, recruiter's view and exchange together", async () => {
    const { endpoint } = await partnerAt((_call, response) => {
      response.writeHead(202, { "content-type": "application/json" });
      response.end('{"partnerOrderId":"p-1"}');
    });
    const before = Date.now() + tenantAheadMs;
    const id = await enqueue(world, endpoint, { references: { orderId: "o-1", personId: 12 } });
    const seen = await ended(world, id);
    expect(seen).toMatchObject({
      state: "finished",
      outcome: { kind: "answered", status: 202 },
      view: { tone: "success", text: "Accepted. The integration is working on the request." },
    });
    const exchanges = await exchangesOf(world, id);
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({
      id: seen.exchange_id,
      method: "POST",
      path: "/prime/orders",
      status: 202,
      order_id: "o-1",
      request: '{"orderId":"o-1"}',
      answer: '{"partnerOrderId":"p-1"}',
    });
    expect(exchanges[0]?.at.getTime()).toBeGreaterThanOrEqual(before);
    expect(seen.started_at?.getTime()).toBeGreaterThanOrEqual(before);
  });

  it("records the headers exactly as they stood on the wire", async () => {
    const { endpoint, journal } = await partnerAt();
    const id = await enqueue(world, endpoint);
    await ended(world, id);
    const [exchange] = await exchangesOf(world, id);
    const recorded = exchange?.detail["requestHeaders"] as readonly (readonly string[])[];
    expect(recorded.flat()).toEqual(journal[0]?.rawHeaders);
  });

  it("sends another password than the configured one when the step asks for wrong credentials", async () => {
    const { endpoint, journal } = await partnerAt();
    const request = { method: "GET", path: "/packages", query: { customerId: "6101" } } as const;
    await ended(
      world,
      await enqueue(world, endpoint, { request: { ...request, credentials: "wrong" } }),
    );
    await ended(
      world,
      await enqueue(world, endpoint, { request: { ...request, credentials: "none" } }),
    );
    expect(journal.map(({ url }) => url)).toEqual([
      "/prime/packages?customerId=6101",
      "/prime/packages?customerId=6101",
    ]);
    const [wrong, none] = journal.map(({ headers }) => headers.authorization);
    const sent = Buffer.from(wrong?.slice("Basic ".length) ?? "", "base64").toString();
    expect(sent).toMatch(/^slipway:not-the-password-/);
    expect(none).toBeUndefined();
  });

  it("offers the address of a 303 and does not fetch it", async () => {
    const { endpoint, journal } = await partnerAt((_call, response) => {
      response.writeHead(303, { location: "/continue?x=1" }).end();
    });
    const seen = await ended(world, await enqueue(world, endpoint));
    expect(seen.view).toEqual({
      tone: "link",
      text: "The integration asks you to continue on its page.",
      link: `${endpoint}/continue?x=1`,
    });
    expect(journal).toHaveLength(1);
  });

  it("finishes unsent, and says what to do, when there is no connection", async () => {
    const { endpoint, journal } = await partnerAt();
    const id = await enqueue(world, endpoint, { region: "b" });
    const seen = await ended(world, id);
    expect(seen.outcome).toMatchObject({ kind: "not-sent", code: "CONNECTION-MISSING" });
    expect(seen.exchange_id).toBeNull();
    expect(journal).toEqual([]);
  });
});
