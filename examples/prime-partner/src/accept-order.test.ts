import { expect, test, vi } from "vitest";

import {
  customers,
  orderBuilder,
  Platform,
  startPartner,
  startWorld,
} from "./prime-partner.world.ts";

test("an order is accepted after candidate and job were read with exactly the declared fields", async () => {
  const { ats, platform, order } = await startWorld();
  const answer = await platform.post("/orders", order());
  expect(answer.status).toBe(202);
  expect(answer.body.partnerOrderId).toMatch(/^A-\d+$/);
  expect(
    ats.calls
      .slice(0, 2)
      .map(({ url }) => url)
      .toSorted(),
  ).toEqual([
    "/customers/6101/jobs/4?fields=jobtitle,joblocation",
    "/customers/6101/people/123?fields=firstname,lastname,email,phones",
  ]);
});

test("the same order again while it is open is refused, and reads nothing", async () => {
  const { ats, platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  const readsBefore = ats.calls.filter(({ url }) => url.includes("/people/")).length;
  const again = await platform.post("/orders", body);
  expect(again.status).toBe(400);
  expect(again.body.error.userMessage).toContain("already ordered for this candidate");
  expect(ats.calls.filter(({ url }) => url.includes("/people/"))).toHaveLength(readsBefore);
});

test("of twenty identical orders at once exactly one is accepted", async () => {
  const { partner, platform, order } = await startWorld();
  const body = order();
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => platform.post("/orders", body)),
  );
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
  expect(partner.journal()).toHaveLength(20);
});

test("of two orders at once for one candidate, job and package one is accepted", async () => {
  const { platform, order } = await startWorld();
  const answers = await Promise.all([
    platform.post("/orders", order()),
    platform.post("/orders", order()),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([202, 400]));
});

test("another package for the same candidate is another order", async () => {
  const { platform, order } = await startWorld();
  expect((await platform.post("/orders", order())).status).toBe(202);
  expect((await platform.post("/orders", order({ packageId: "p-200" }))).status).toBe(202);
});

test("the same order id with another body is refused with a message of its own", async () => {
  const { platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  const other = await platform.post("/orders", { ...body, packageId: "p-200" });
  expect(other.status).toBe(400);
  expect(other.body.error.userMessage).toContain("other details");
});

test("a late repeat is refused because it is complete, and a new order is accepted", async () => {
  const { partner, platform, order } = await startWorld();
  const body = order();
  await platform.post("/orders", body);
  partner.completeOrder(String(body["orderId"]));
  const late = await platform.post("/orders", body);
  expect(late.status).toBe(400);
  expect(late.body.error.userMessage).toContain("already completed");
  expect((await platform.post("/orders", order())).status).toBe(202);
});

test("the same order id at another customer is another order", async () => {
  const { ats, partner, platform, order } = await startWorld();
  const body = order();
  const foreign = orderBuilder(ats, "7450")({ orderId: body["orderId"] });
  expect((await platform.post("/orders", body)).status).toBe(202);
  const other = new Platform(partner.endpoint, "7450");
  expect((await other.post("/orders", foreign)).status).toBe(202);
  expect(ats.calls.filter(({ status }) => status >= 400)).toEqual([]);
});

const candidate = { id: 123, firstName: "Ada", lastName: "Byron", email: "ada@example.test" };
const missing: readonly [string, Record<string, unknown>, readonly string[]][] = [
  [
    "no first name",
    { candidate: { ...candidate, firstName: undefined } },
    ["{{person.firstname}}"],
  ],
  ["an empty last name", { candidate: { ...candidate, lastName: "" } }, ["{{person.lastname}}"]],
  ["a blank e-mail", { candidate: { ...candidate, email: " \t " } }, ["{{person.email}}"]],
  ["null as e-mail", { candidate: { ...candidate, email: null } }, ["{{person.email}}"]],
  ["no job title", { job: { id: 4 } }, ["{{job.jobtitle}}"]],
  ["no package", { packageId: undefined }, ["package"]],
  [
    "neither e-mail nor job title",
    { candidate: { ...candidate, email: "" }, job: { id: 4, title: " " } },
    ["{{person.email}}", "{{job.jobtitle}}"],
  ],
];
const everyName = [
  "{{person.firstname}}",
  "{{person.lastname}}",
  "{{person.email}}",
  "{{job.jobtitle}}",
  "{{person.phones}}",
  "package",
];

test.each(missing)(
  "an order with %s is refused by naming that and nothing else",
  async (...row) => {
    const [, parts, names] = row;
    const { platform, order } = await startWorld();
    const answer = await platform.post("/orders", order(parts));
    expect(answer.status).toBe(400);
    const text = String(answer.body.error.userMessage);
    expect(everyName.filter((name) => text.includes(name))).toEqual(
      everyName.filter((name) => names.includes(name)),
    );
  },
);

test("a field that the ATS lacks is missing when the customer requires it", async () => {
  const { ats, partner, platform, order } = await startWorld();
  delete ats.profiles["6101/people/123"]?.["phones"];
  expect((await platform.post("/orders", order({ packageId: "p-200" }))).status).toBe(202);
  const { "6101": customer } = customers;
  if (customer === undefined) throw new Error("Expected the customer 6101 in the world.");
  partner.configureCustomer("6101", { ...customer, requiredFields: ["person.phones"] });
  const refused = await platform.post("/orders", order());
  expect(refused.status).toBe(400);
  expect(refused.body.error.userMessage).toContain("{{person.phones}} is missing");
});

test("a refused order leaves nothing behind: mended, it is accepted under the same id", async () => {
  const { partner, platform, order } = await startWorld();
  const body = order();
  const lacking = { ...body, candidate: { ...candidate, email: "" } };
  expect((await platform.post("/orders", lacking)).status).toBe(400);
  expect((await platform.get(`/orders/${String(body["orderId"])}?customerId=6101`)).status).toBe(
    404,
  );
  expect((await platform.post("/orders", body)).status).toBe(202);
  expect(partner.journal().map(({ status }) => status)).toEqual([400, 202]);
});

test.each(["p-900", "lx-7", "unknown"])(
  "the package %s cannot be ordered by 6101",
  async (packageId) => {
    const { platform, order } = await startWorld();
    const answer = await platform.post("/orders", order({ packageId }));
    expect(answer.status).toBe(400);
    expect(answer.body.error.userMessage).toContain("choose another package");
  },
);

test("wrong ATS credentials are our set-up's fault: 500 with a message", async () => {
  const { ats, order } = await startWorld();
  const { "6101": customer } = customers;
  if (customer === undefined) throw new Error("Expected the customer 6101 in the world.");
  const wrong = { ...customer, ats: { ...customer.ats, password: "wrong" } };
  const partner = await startPartner({ customers: { "6101": wrong } });
  const answer = await new Platform(partner.endpoint, "6101").post("/orders", order());
  expect(answer.status).toBe(500);
  expect(answer.body.error.userMessage).toContain("contact support");
  expect(ats.calls.map(({ status }) => status)).toEqual([401]);
});

test("an ATS that recovers within the time is asked again; one that does not costs a 503", async () => {
  const { ats, platform, order } = await startWorld();
  ats.instead.push(
    { method: "GET", status: 503 },
    { method: "GET", status: 429, headers: { "retry-after": "0" } },
  );
  expect((await platform.post("/orders", order())).status).toBe(202);
  await vi.waitFor(() => expect(ats.rows["6101/applicantworkflows/501"]).toHaveLength(1));
  ats.instead.push({ method: "GET", status: 429, headers: { "retry-after": "3600" } });
  const answer = await platform.post("/orders", order({ packageId: "p-200" }));
  expect(answer.status).toBe(503);
  expect(answer.body.error.userMessage).toContain("try again");
});

test.each([
  ["a field that the order lacks", { job: { id: 4 } }, "{{job.jobtitle}}"],
  ["a package that cannot be ordered", { packageId: "p-900" }, "choose another package"],
])("%s is told although the ATS does not answer", async (_what, parts, told) => {
  const { ats, platform, order } = await startWorld();
  ats.instead.push({ method: "GET", status: 429, headers: { "retry-after": "3600" } });
  const answer = await platform.post("/orders", order(parts));
  expect(answer.status).toBe(400);
  expect(answer.body.error.userMessage).toContain(told);
});

test("what is missing is told before a package that cannot be ordered", async () => {
  const { ats, platform, order } = await startWorld();
  delete ats.profiles["6101/people/123"]?.["email"];
  const answer = await platform.post("/orders", order({ packageId: "p-900", job: { id: 4 } }));
  expect(answer.status).toBe(400);
  expect(answer.body.error.userMessage).toContain(
    "{{job.jobtitle}} and {{person.email}} are missing",
  );
});

test("a customer configured while the partner runs is served at once", async () => {
  const { ats, order } = await startWorld();
  const partner = await startPartner({ customers: {} });
  const platform = new Platform(partner.endpoint, "6101");
  expect((await platform.post("/orders", order())).status).toBe(401);
  const { "6101": customer } = customers;
  if (customer === undefined) throw new Error("Expected the customer 6101 in the world.");
  partner.configureCustomer("6101", customer);
  expect((await platform.post("/orders", orderBuilder(ats, "6101")())).status).toBe(202);
});

test("after a 429 the customer's other calls wait too, and another customer's do not", async () => {
  const { ats, partner, platform, order } = await startWorld();
  await platform.post("/orders", order());
  await vi.waitFor(() => expect(ats.rows["6101/applicantworkflows/501"]).toHaveLength(1));
  ats.instead.push({ method: "GET", status: 429, headers: { "retry-after": "3600" } });
  await platform.post("/orders", order({ packageId: "p-200" }));
  const callsBefore = ats.calls.length;
  expect((await platform.post("/orders", order({ packageId: "p-200" }))).status).toBe(503);
  expect(ats.calls).toHaveLength(callsBefore);
  const other = new Platform(partner.endpoint, "7450");
  expect((await other.post("/orders", orderBuilder(ats, "7450")())).status).toBe(202);
});
