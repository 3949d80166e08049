import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createPlatformClient,
  type Exchange,
  type ExchangeQuery,
  type PlatformClient,
  type RunReport,
} from "@slipway/platform-client";

import {
  openValidationWorld,
  packagesOf,
  platformLogin,
  type ValidationWorld,
} from "../harness/validation.world.ts";

const regions = ["a", "b"] as const;
const nobody = "018f0000-0000-7000-8000-000000000000";

let world: ValidationWorld;
let report: RunReport;
let token: string;
let client: PlatformClient;
/** Every answer of the platform API, as it came over the wire. */
const answers: { readonly place: string; readonly text: string }[] = [];

beforeAll(async () => {
  world = await openValidationWorld();
  token = (await readFile(join(world.data, "admin-token"), "utf8")).trim();
  client = createPlatformClient({
    baseUrl: world.platform().address,
    token,
    fetch: async (url, options) => {
      const answer = await fetch(url, options);
      answers.push({
        place: `${options?.method ?? "GET"} ${answer.url}`,
        text: await answer.clone().text(),
      });
      return answer;
    },
  });
  report = await world.validate();
});
afterAll(async () => world?.close());

async function allOf(customerId: string, query: ExchangeQuery = {}): Promise<readonly Exchange[]> {
  const all: Exchange[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const page = await client.listExchanges(customerId, {
      ...query,
      ...(after === undefined ? {} : { after }),
    });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

const idsOf = (exchanges: readonly Exchange[]): readonly string[] => exchanges.map(({ id }) => id);

describe("the pages of the exchange log", () => {
  it.each(regions)("hold every exchange once, newest first, in %s", async (region) => {
    const { customerId } = world.sandbox.tenants[region];
    const whole = idsOf(await client.listExchanges(customerId, { limit: 999 }));
    expect(whole.length).toBeGreaterThan(50);
    expect(whole).toEqual(whole.toSorted().toReversed());
    // The partner may still be writing a result: what came since is newer than all.
    const [newest = ""] = whole;
    const paged = idsOf(await allOf(customerId, { limit: 17 }));
    expect(paged.filter((id) => id <= newest)).toEqual(whole);
    expect(await client.listExchanges(customerId)).toHaveLength(100);
  });

  it("go the other way as well, so that one can follow along", async () => {
    const { customerId } = world.sandbox.tenants.a;
    const oldestFirst = idsOf(await allOf(customerId, { limit: 40, orderBy: "oldest-first" }));
    expect(oldestFirst).toEqual(oldestFirst.toSorted());
    const after = oldestFirst.at(-1) ?? "";
    await client.preflight(world.sandbox.id);
    const since = await client.listExchanges(customerId, { after, orderBy: "oldest-first" });
    const probes = since.filter(({ request }) => request.path === "/packages");
    expect(probes).toHaveLength(2);
    expect(since.filter(({ id }) => id <= after)).toEqual([]);
  });

  it("hold one tenant's exchanges only", async () => {
    const { a, b } = world.sandbox.tenants;
    const own = await allOf(a.customerId, { limit: 999 });
    expect(new Set(own.map(({ customerId }) => customerId))).toEqual(new Set([a.customerId]));
    const [foreign] = await client.listExchanges(b.customerId, { limit: 1 });
    await expect(client.loadExchange(a.customerId, foreign?.id ?? "")).rejects.toMatchObject({
      status: 404,
      code: "EXCHANGE-NOT-FOUND",
    });
  });
});

describe("the filters of the exchange log", () => {
  it.each(regions)("show what a run was judged by, and nothing else, in %s", async (region) => {
    const { customerId } = world.sandbox.tenants[region];
    const ofRun = new Set(idsOf(await allOf(customerId, { run: report.runId })));
    const named = report.exchanges.filter((one) => one.region === region).map(({ id }) => id);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ofRun.has(id))).toEqual([]);
    const before = (await allOf(customerId, { limit: 999 })).filter(
      ({ at }) => at < report.startedAt,
    );
    expect(before.length).toBeGreaterThan(0);
    expect(before.filter(({ id }) => ofRun.has(id))).toEqual([]);
  });

  it("show one candidate's, one person's and one order's story", async () => {
    const { customerId } = world.sandbox.tenants.a;
    const whole = await allOf(customerId, { limit: 999 });
    // The oldest: nothing is written for it any more.
    const order = whole.findLast(({ request }) => request.path === "/orders");
    const {
      workflowId: workflow = 0,
      personId: person = 0,
      orderId = "",
    } = order?.references ?? {};
    const holding = (name: keyof Exchange["references"], value: unknown): readonly string[] =>
      idsOf(whole.filter(({ references }) => references[name] === value));
    expect(idsOf(await allOf(customerId, { workflow }))).toEqual(holding("workflowId", workflow));
    expect(idsOf(await allOf(customerId, { person }))).toEqual(holding("personId", person));
    const story = await allOf(customerId, { order: orderId });
    expect(idsOf(story)).toEqual(holding("orderId", orderId));
    expect(story.length).toBeGreaterThan(0);
    expect(idsOf(await allOf(customerId, { order: orderId, workflow }))).toEqual(
      idsOf(story).filter((id) => holding("workflowId", workflow).includes(id)),
    );
    expect(await client.listExchanges(customerId, { workflow: 999_999_999 })).toEqual([]);
    expect(await client.listExchanges(customerId, { order: "no such order" })).toEqual([]);
  });

  it("answer ids that nothing has with a problem that names them", async () => {
    const { customerId } = world.sandbox.tenants.a;
    const refused = async (work: Promise<unknown>): Promise<unknown> =>
      work.catch((error: unknown) => error);
    expect(await refused(client.listExchanges("9"))).toMatchObject({
      status: 404,
      code: "TENANT-NOT-FOUND",
      message: expect.stringContaining("found none with id 9"),
    });
    for (const run of [nobody, "yesterday's"]) {
      expect(await refused(client.listExchanges(customerId, { run }))).toMatchObject({
        status: 404,
        code: "RUN-NOT-FOUND",
        message: expect.stringContaining(run),
      });
    }
    expect(await refused(client.loadExchange(customerId, nobody))).toMatchObject({
      status: 404,
      code: "EXCHANGE-NOT-FOUND",
      message: expect.stringContaining(nobody),
    });
    expect(await refused(client.listExchanges(customerId, { after: "the last" }))).toMatchObject({
      status: 404,
      code: "EXCHANGE-NOT-FOUND",
    });
  });
});

describe("the platform API", () => {
  it(
    "shows no secret of partner, ATS or installation in any answer",
    { timeout: 120_000 },
    async () => {
      await askForEverything();
      const secrets = regions.flatMap((region) => {
        const issued = world.credentials[region];
        const { username, password } = platformLogin[region];
        return [
          password,
          Buffer.from(`${username}:${password}`).toString("base64"),
          issued.password,
          Buffer.from(`${issued.username}:${issued.password}`).toString("base64"),
        ];
      });
      const spoken = [...secrets, token].flatMap((secret) => [secret, encodeURIComponent(secret)]);
      const leaks = answers.flatMap(({ place, text }) =>
        spoken.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`),
      );
      expect(leaks).toEqual([]);
      // All routes that read were asked, and the log's credentials are there, as marks.
      expect(new Set(answers.map(({ place }) => shapeOf(place)))).toEqual(new Set(expectedShapes));
      expect(answers.some(({ text }) => text.includes("⟦credential:"))).toBe(true);
    },
  );
});

const expectedShapes = [
  "GET /integrations",
  "GET /sandboxes/:id",
  "GET /sandboxes/:id/runs",
  "GET /runs/:id",
  "GET /runs/:id/gradings",
  "GET /runs/:id/report",
  "GET /tenants/:id/exchanges",
  "GET /tenants/:id/exchanges/:id",
  "GET /tenants/:id/orders/:id",
  "GET /tenants/:id/deliveries/:id",
  "POST /sandboxes/:id/preflight",
  "POST /sandboxes/:id/runs",
  "POST /tenants/:id/orders",
  "POST /tenants/:id/orders/:id/cancel",
  "PUT /sandboxes/:id/partner-setup",
];

/** Everything that can be read, and what refuses with the setup before it. */
async function askForEverything(): Promise<void> {
  const { sandbox, setup } = world;
  await client.listIntegrations();
  await client.loadSandbox(sandbox.id);
  await client.listRuns(sandbox.id);
  await client.loadRun(report.runId);
  await client.listGradings(report.runId);
  await client.loadReport(report.runId);
  await client.printReport(report.runId, "html");
  await client.printReport(report.runId, "junit");
  for (const region of regions) {
    const { customerId } = sandbox.tenants[region];
    for (const { id } of await allOf(customerId, { limit: 999 }))
      await client.loadExchange(customerId, id);
    await orderAndCancel(customerId, packagesOf[region][0].packageId);
  }
  // Refusals of a setup that holds the passwords, and of a run that cannot call with them.
  const { connections } = setup;
  const broken = { ...connections.a, endpoint: "https://127.0.0.1:9/?surplus" };
  const refusals = [
    { ...setup, connections: { ...connections, a: broken } },
    { ...setup, declaration: platformLogin.a as unknown as typeof setup.declaration },
    { ...setup, connections: { a: connections.a } as unknown as typeof connections },
  ];
  for (const refusal of refusals)
    await expect(client.savePartnerSetup(sandbox.id, refusal)).rejects.toMatchObject({
      status: 400,
    });
  const absent = { ...connections.a, endpoint: "http://127.0.0.1:9" };
  await client.savePartnerSetup(sandbox.id, {
    ...setup,
    connections: { ...connections, a: absent },
  });
  await expect(client.startRun(sandbox.id)).rejects.toMatchObject({ code: "RUN-PREFLIGHT-RED" });
  await client.savePartnerSetup(sandbox.id, setup);
}

async function orderAndCancel(customerId: string, packageId: string): Promise<void> {
  const exchanges = await client.listExchanges(customerId, { limit: 999 });
  const workflowId =
    exchanges.find(({ request }) => request.path === "/orders")?.references.workflowId ?? 0;
  const order = await client.orderAssessment(customerId, { workflowId, packageId });
  await client.loadOrder(customerId, order.id);
  const { deliveryId } = await client.cancelOrder(customerId, order.id);
  await client.loadDelivery(customerId, deliveryId);
}

/** A route's shape: ids replaced. */
function shapeOf(place: string): string {
  const [verb = "", address = ""] = place.split(" ");
  const path = new URL(address).pathname.replace("/api/v1", "");
  return `${verb} ${path.replaceAll(/\/(?=[^/]*\d)[^/]+/gu, "/:id")}`;
}
