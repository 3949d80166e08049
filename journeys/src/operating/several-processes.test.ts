import { once } from "node:events";

import { startPrimePartner, type PrimePartner } from "@slipway/example-prime-partner";
import type { Credential, Region, Sandbox } from "@slipway/platform-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { packagesOf, platformLogin, reportOf, setupOf } from "../harness/validation.world.ts";
import { startProcessGroup, type ProcessGroup } from "./process-group.world.ts";

let group: ProcessGroup;
let partner: PrimePartner;
let sandbox: Sandbox;
let credentials: Readonly<Record<Region, Credential>>;

beforeAll(async () => {
  group = await startProcessGroup();
  // An order has to be open still when a worker that was killed in between repeats it.
  partner = await startPrimePartner({ testCompletionMs: 12_000 });
  const [client] = group.clients;
  const integration = await client.registerIntegration({
    name: "Group",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  ({ credentials, ...sandbox } = await client.createSandbox(integration.id));
  for (const region of ["a", "b"] as const)
    partner.configureCustomer(sandbox.tenants[region].customerId, {
      ats: credentials[region],
      platform: { method: "basic", ...platformLogin[region] },
      packages: packagesOf[region],
    });
  // Through the other one: what one writes the other has.
  await group.clients[1].savePartnerSetup(sandbox.id, setupOf(sandbox, partner.endpoint));
});

afterAll(async () => {
  await partner?.close();
  await group?.close();
});

test("whatever is written through one process is read through the other at once", async () => {
  const [one, other] = group.clients;
  expect(await other.loadSandbox(sandbox.id)).toEqual(await one.loadSandbox(sandbox.id));
  const { customerId } = sandbox.tenants.b;
  await one.setCallerAddresses(customerId, ["192.0.2.1"]);
  // The first process has the listeners under the public names; the address is taken back through the second.
  await vi.waitFor(async () => expect(await callAts("b")).toBe(403), 10_000);
  await other.setCallerAddresses(customerId, []);
  await vi.waitFor(async () => expect(await callAts("b")).toBe(200), 10_000);
});

test("a clock that is moved through one process is moved in the others when the call returns", async () => {
  const [one, other] = group.clients;
  const moved = await one.moveClock({ kind: "advance", byMs: 86_400_000 });
  const seen = await other.showClock();
  expect(seen.version).toBe(moved.version);
  const { id } = await other.registerIntegration({
    name: "Tomorrow",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const made = (await one.listIntegrations()).find((each) => each.id === id);
  expect(Date.parse(made?.createdAt ?? "")).toBeGreaterThanOrEqual(Date.parse(moved.now) - 1000);
  await other.moveClock({ kind: "resume" });
});

test("a run goes on when the worker that drives it is killed, and nothing is sent twice", async () => {
  const [one, other] = group.clients;
  const run = await one.startRun(sandbox.id);
  await vi.waitFor(() => {
    expect(partner.journal().length).toBeGreaterThan(0);
  }, 60_000);
  const [worker] = group.workers;
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
  const report = await reportOf(other, run.id);
  expect(report.requirements.length).toBeGreaterThan(0);
  const others = report.requirements
    .filter(({ verdict }) => verdict !== "pass" && verdict !== "not-applicable")
    .map(({ id, verdict }) => [id, verdict]);
  expect(others).toEqual([]);
  const deliveries = partner.journal().map(({ deliveryId }) => deliveryId);
  expect(new Set(deliveries).size).toBe(deliveries.length);
}, 240_000);

async function callAts(region: Region): Promise<number> {
  const { publicBase, customerId } = sandbox.tenants[region];
  const { username, password } = credentials[region];
  const answer = await fetch(`${publicBase}/customers/${customerId}`, {
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    },
  });
  await answer.arrayBuffer();
  return answer.status;
}
