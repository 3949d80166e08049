import { enqueueDelivery } from "@slipway/event-delivery";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Actor } from "../lifecycle/actor.ts";
import type { Sandbox } from "../sandboxes/sandbox.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import { planCall } from "./plan-call.ts";

let world: ProgrammeWorld;
let sandbox: Sandbox;
beforeAll(async () => {
  world = await openProgrammeWorld();
  ({ sandbox } = await world.makeSandbox());
  await world.programme.savePartnerSetup(sandbox.id, world.setupOf(sandbox));
});
afterAll(async () => world.close());

const edith: Actor = { name: "Edith", role: "programme-owner", organisation: "programme" };

async function move(event: "suspend" | "reinstate" | "remove"): Promise<void> {
  const { integrationId } = sandbox;
  await world.programme.moveStanding({ integrationId, event, actor: edith, reason: "So it is." });
}

/** A call that no worker takes yet, as if none were running: planned by a process that knows of no suspension. */
async function enqueueLater(): Promise<string> {
  const tenant = await world.tenant(sandbox, "a");
  const { refused: _unknown, ...free } = tenant;
  const row = await planCall(world.parts, free, {
    kind: "cancel",
    request: { method: "POST", path: "/orders/o-1/cancel", body: {} },
    references: { orderId: "o-1" },
  });
  const due = new Date(Date.now() + 3_600_000).toISOString();
  return (await enqueueDelivery(world.database.queries, { ...row, due_at: due })).id;
}

async function outcomeOf(id: string): Promise<unknown> {
  return (await world.programme.loadDelivery(sandbox.tenants.a.customerId, id)).outcome;
}

test("what waits when an integration is suspended, and what gathers meanwhile, is never sent and stays listed", async () => {
  const before = await enqueueLater();
  await move("suspend");
  const held = { kind: "not-sent", code: "INTEGRATION-SUSPENDED", fault: "configuration" };
  expect(await outcomeOf(before)).toMatchObject(held);
  const meanwhile = await enqueueLater();
  expect(await outcomeOf(meanwhile)).toBeUndefined();
  await move("reinstate");
  expect(await outcomeOf(meanwhile)).toMatchObject(held);
  const after = await enqueueLater();
  expect(await outcomeOf(after)).toBeUndefined();
  const unsent = await world.programme.listUnsentCalls({
    integrationId: sandbox.integrationId,
    limit: 100,
  });
  expect(unsent).toMatchObject([
    { id: before, kind: "cancel", why: "integration suspended", references: { orderId: "o-1" } },
    { id: meanwhile, kind: "cancel", why: "integration suspended" },
  ]);
  const page = { integrationId: sandbox.integrationId, after: before, limit: 1 };
  expect(await world.programme.listUnsentCalls(page)).toMatchObject([{ id: meanwhile }]);
  expect(world.partner.calls).toEqual([]);
});

test("a preflight while it is suspended says so, and calls nobody", async () => {
  await move("suspend");
  const { green, items } = await world.programme.preflight(sandbox.id);
  expect(green).toBe(false);
  expect(JSON.stringify(items)).toContain("INTEGRATION-SUSPENDED");
  expect(world.partner.calls).toEqual([]);
});
