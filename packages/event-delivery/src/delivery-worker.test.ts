import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { labelOf } from "@slipway/ats-model";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { startBadServer } from "./bad-server.world.ts";
import { createAuthority } from "./certificates.world.ts";
import { createConnectionVault } from "./connection/connection-vault.ts";
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

  it.each([
    ["http://169.254.169.254/latest/meta-data/", true],
    ["ftp://partner.example.test/", true],
    ["https://partner.example.test/login", false],
  ])("shows a redirect to %s and does not fetch it", async (location, forbidden) => {
    const { endpoint, journal } = await partnerAt((_call, response) => {
      response.writeHead(302, { location }).end();
    });
    const id = await enqueue(world, endpoint);
    expect((await ended(world, id)).view).toMatchObject({
      tone: "error",
      text: expect.stringContaining("status 302"),
    });
    const [exchange] = await exchangesOf(world, id);
    expect(exchange?.detail).toMatchObject({
      redirect: { forbidden },
      answerHeaders: expect.arrayContaining([["location", location]]),
    });
    expect(journal).toHaveLength(1);
  });

  it("shows the tenant's own label for a token in the partner's message", async () => {
    const { endpoint } = await partnerAt((_call, response) => {
      response.writeHead(400, { "content-type": "application/json" });
      response.end('{"error":{"userMessage":"Enter {{person.email}} first, {{no.field}}."}}');
    });
    const label = labelOf(world.tenant, "person.email");
    expect((await ended(world, await enqueue(world, endpoint))).view).toEqual({
      tone: "error",
      text: `Enter ${label} first, {{no.field}}.`,
    });
  });

  it("stores what a partner says that no JSON column takes", async () => {
    const { endpoint } = await partnerAt((_call, response) => {
      response.writeHead(500).end('{"error":{"userMessage":"a\\u0000b\\ud800"}}');
    });
    const seen = await ended(world, await enqueue(world, endpoint));
    expect(seen.view).toEqual({ tone: "error", text: "a b\uFFFD" });
  });

  it("reaches a partner whose certificate is of an authority that the connection names", async () => {
    const authority = createAuthority("The Partner's Authority");
    const host = "localhost";
    const server = await startBadServer(
      (socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
      authority.issue({ host }),
    );
    const endpoint = `https://${host}:${server.port}`;
    await connect(world, endpoint, { trustedCertificates: authority.pem });
    const seen = await ended(world, await enqueue(world, endpoint));
    expect(seen.outcome).toMatchObject({ kind: "answered", status: 200 });
    await connect(world, endpoint);
    const distrusted = await ended(world, await enqueue(world, endpoint));
    expect(distrusted.outcome).toMatchObject({ kind: "no-answer", reason: "tls-failed" });
    await server.close();
  });

  it("finishes unsent, and names the file, when the key to the credentials is lost", async () => {
    const { endpoint, journal } = await partnerAt();
    const keyFile = join(world.folder, "lost", "vault.key");
    const vault = createConnectionVault({ keyFile, randomBytes });
    const other = await startWorker({ ...world, context: { ...world.context, vault } });
    await worker.stop();
    const seen = await ended(world, await enqueue(world, endpoint));
    expect(seen).toMatchObject({
      outcome: {
        kind: "not-sent",
        code: "VAULT-KEY-LOST",
        detail: expect.stringContaining(keyFile),
      },
      view: { tone: "error", text: expect.stringMatching(/^Nothing was sent/) },
    });
    expect(journal).toEqual([]);
    await other.stop();
    worker = await startWorker(world);
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
