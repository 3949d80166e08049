import { gzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { customers, orderBuilder, Platform, startWorld } from "./prime-partner.world.ts";

const event = {
  eventType: "WorkFlowStatusChangeEvent",
  customerId: "6101",
  systemId: "501",
  jobId: "4",
  personId: "123",
  userId: "9",
  oldStatus: "10100",
  newStatus: "10103",
  links: [],
};
const gzipHeaders = { "content-encoding": "gzip" };

test("each customer sees its own packages", async () => {
  const { partner, platform } = await startWorld();
  const a = await platform.get("/packages?customerId=6101");
  const b = await new Platform(partner.endpoint, "7450").get("/packages?customerId=7450");
  expect(a.status).toBe(200);
  expect(a.body.packages.map((one: { packageId: string }) => one.packageId)).toEqual([
    "p-100",
    "p-200",
    "p-900",
  ]);
  expect(b.body).toEqual({
    packages: [{ packageId: "lx-7", name: "Logic and Numbers", active: true }],
  });
});

test("wrong and absent credentials are refused before anything else is looked at", async () => {
  const { ats, partner, order } = await startWorld();
  const stranger = new Platform(partner.endpoint, "6101", "wrong");
  for (const answer of [
    await stranger.get("/packages?customerId=6101"),
    await stranger.get("/no/such/path"),
    await stranger.post("/orders", "{ no JSON"),
    await stranger.post("/orders", order()),
  ]) {
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Basic /);
    expect(answer.body.error.userMessage).not.toBe("");
  }
  expect((await fetch(`${partner.endpoint}/packages?customerId=6101`)).status).toBe(401);
  expect(ats.calls).toEqual([]);
});

test("an unknown customer and a customer of other credentials are answered alike", async () => {
  const { partner, platform, order } = await startWorld();
  const unknown = await platform.get("/packages?customerId=9999");
  const foreign = await platform.get("/packages?customerId=7450");
  expect(unknown.status).toBe(404);
  expect(foreign.body).toEqual(unknown.body);
  expect((await platform.post("/orders", order({ customerId: "7450" }))).status).toBe(404);
  const foreignEvent = gzipSync(JSON.stringify({ ...event, customerId: "7450" }));
  const answer = await platform.send("/events", {
    method: "POST",
    headers: gzipHeaders,
    body: foreignEvent,
  });
  expect(answer.status).toBe(404);
  expect(partner.journal().map(({ status }) => status)).toEqual([404]);
});

test("an event compressed with gzip is taken", async () => {
  const { platform } = await startWorld();
  const body = gzipSync(JSON.stringify(event));
  const answer = await platform.send("/events", { method: "POST", headers: gzipHeaders, body });
  expect(answer).toMatchObject({ status: 200, body: {} });
});

test("what is announced as gzip and is none, or expands beyond a megabyte, is refused", async () => {
  const { platform } = await startWorld();
  const send = async (body: Buffer): Promise<number> =>
    (await platform.send("/events", { method: "POST", headers: gzipHeaders, body })).status;
  expect(await send(Buffer.from(JSON.stringify(event)))).toBe(400);
  expect(await send(gzipSync(Buffer.alloc(2 ** 21, " ")))).toBe(413);
});

test.each([
  ["no JSON", "{ no JSON"],
  ["no object", "[]"],
  ["no orderId", { orderId: undefined }],
  ["a number as orderId", { orderId: 7 }],
  ["a text as candidate", { candidate: "Ada" }],
  ["a text as candidate id", { candidate: { id: "123" } }],
  ["a number as package", { packageId: 100 }],
  ["no ATS address", { api: {} }],
  ["a relative ATS address", { api: { baseUrl: "/customers/6101" } }],
])("an order with %s is answered 400 with a message", async (_what, parts) => {
  const { ats, platform, order } = await startWorld();
  const answer = await platform.post("/orders", typeof parts === "string" ? parts : order(parts));
  expect(answer.status).toBe(400);
  expect(answer.body.error).toEqual({
    userMessage: "The request could not be read. Please contact support.",
    debugErrorMessage: expect.stringMatching(/\S/) as unknown,
  });
  expect(ats.calls).toEqual([]);
});

test("an order of two megabytes is answered 413 with a message", async () => {
  const { platform } = await startWorld();
  const answer = await platform.post("/orders", " ".repeat(2 ** 21));
  expect(answer.status).toBe(413);
  expect(answer.body.error.userMessage).toMatch(/too large/u);
});

test("unknown paths and verbs are refused in the vendor's error standard", async () => {
  const { platform } = await startWorld();
  expect((await platform.get("/nothing")).status).toBe(404);
  const wrongVerb = await platform.get("/orders");
  expect(wrongVerb.status).toBe(405);
  expect(wrongVerb.headers.get("allow")).toBe("POST");
  expect(wrongVerb.body.error.userMessage).not.toBe("");
});

test("the status of an order is known to its own customer only", async () => {
  const { partner, platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  const path = `/orders/${String(body["orderId"])}`;
  const known = await platform.get(`${path}?customerId=6101`);
  expect(known.body).toEqual({ orderId: body["orderId"], status: "sent" });
  const other = new Platform(partner.endpoint, "7450");
  expect((await other.get(`${path}?customerId=7450`)).status).toBe(404);
  expect((await other.get(`${path}?customerId=6101`)).status).toBe(404);
  expect((await platform.get("/orders/%E0%A4%A?customerId=6101")).status).toBe(404);
});

test("where two customers share their credentials, the status is that of the customer who is named", async () => {
  const { ats, partner, platform, order } = await startWorld();
  const [own, second] = [customers["6101"], customers["7450"]];
  if (own === undefined || second === undefined) throw new Error("Expected both customers.");
  partner.configureCustomer("7450", { ...second, platform: own.platform });
  const body = order();
  await platform.post("/orders", body);
  await platform.post("/orders", orderBuilder(ats, "7450")({ orderId: body["orderId"] }));
  const path = `/orders/${String(body["orderId"])}`;
  await platform.post(`${path}/cancel`, { orderId: body["orderId"], customerId: "7450" });
  expect((await platform.get(`${path}?customerId=6101`)).body.status).toBe("sent");
  expect((await platform.get(`${path}?customerId=7450`)).body.status).toBe("cancelled");
});

test("a call that names no customer is malformed", async () => {
  const { platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  const path = `/orders/${String(body["orderId"])}`;
  const nameless = gzipSync(JSON.stringify({ ...event, customerId: undefined }));
  for (const answer of [
    await platform.get("/packages"),
    await platform.get(path),
    await platform.post("/orders", order({ customerId: undefined })),
    await platform.post(`${path}/cancel`, { orderId: body["orderId"] }),
    await platform.send("/events", { method: "POST", headers: gzipHeaders, body: nameless }),
  ]) {
    expect(answer.status).toBe(400);
    expect(answer.body.error.userMessage).not.toBe("");
  }
});

test("an open order can be cancelled, again and again, and is ordered anew after that", async () => {
  const { platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  const path = `/orders/${String(body["orderId"])}`;
  const request = { orderId: body["orderId"], customerId: "6101" };
  expect((await platform.post(`${path}/cancel`, request)).status).toBe(200);
  expect((await platform.post(`${path}/cancel`, request)).status).toBe(200);
  expect((await platform.get(`${path}?customerId=6101`)).body.status).toBe("cancelled");
  expect((await platform.post("/orders", body)).status).toBe(400);
  expect((await platform.post("/orders", order())).status).toBe(202);
});

test("cancelling a complete order is refused, an unknown one is not found", async () => {
  const { partner, platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  partner.completeOrder(String(body["orderId"]));
  const request = { orderId: body["orderId"], customerId: "6101" };
  const late = await platform.post(`/orders/${String(body["orderId"])}/cancel`, request);
  expect(late.status).toBe(400);
  expect(late.body.error.userMessage).toContain("already complete");
  const unknown = { ...request, orderId: "unknown" };
  expect((await platform.post("/orders/unknown/cancel", unknown)).status).toBe(404);
  expect((await platform.post("/orders/unknown/cancel", request)).status).toBe(400);
});
