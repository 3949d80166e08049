import { gunzipSync } from "node:zlib";

import { afterAll, beforeAll, expect, it, vi } from "vitest";

import type { SwitchSettings } from "@slipway/ats-model";

import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../testing/open-programme-world.ts";
import type { WorldCall } from "../testing/start-world-partner.ts";

let world: ProgrammeWorld;
let made: MadeSandbox;
beforeAll(async () => {
  world = await openProgrammeWorld();
  made = await world.makeSandbox();
  await world.programme.savePartnerSetup(made.sandbox.id, world.setupOf(made.sandbox));
});
afterAll(async () => world.close());

type Switch = SwitchSettings["workflowEventOnApiPatch"];

async function switchTo(value: Switch): Promise<void> {
  await world.changeSettings(await world.tenant(made.sandbox, "a"), (settings) => ({
    ...settings,
    switches: { ...settings.switches, workflowEventOnApiPatch: value },
  }));
}

/** A workflow of the seed, and a status that it does not have. */
async function someWorkflow(): Promise<{ readonly id: number; readonly status: string }> {
  const tenant = await world.tenant(made.sandbox, "a");
  const { id, doc } = await world.database.queries
    .selectFrom("profile")
    .select(["id", "doc"])
    .where("customer_id", "=", tenant.customerId)
    .where("type", "=", "applicantworkflows")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const other = tenant.settings.statuses.find(({ id: status }) => status !== doc["status"]);
  return { id, status: other?.id ?? "" };
}

async function patchStatus(workflowId: number, status: string): Promise<number> {
  const { publicBase, customerId } = made.sandbox.tenants.a;
  const { username, password } = made.credentials.a;
  const answer = await fetch(
    `${publicBase}/customers/${customerId}/applicantworkflows/${workflowId}`,
    {
      method: "PATCH",
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ status: { id: status } }),
    },
  );
  await answer.body?.cancel();
  return answer.status;
}

const eventCalls = (): readonly WorldCall[] =>
  world.partner.calls.filter(({ path }) => path === "/events");

async function eventRows(workflowId: number): Promise<number> {
  const rows = await world.database.queries
    .selectFrom("event")
    .select("id")
    .where("customer_id", "=", made.sandbox.tenants.a.customerId)
    .where("workflow_id", "=", workflowId)
    .execute();
  return rows.length;
}

it("raises no event for a PATCH by the API user where the switch says silent", async () => {
  await switchTo("silent");
  const { id, status } = await someWorkflow();
  const before = eventCalls().length;
  expect(await patchStatus(id, status)).toBe(204);
  expect(await eventRows(id)).toBe(0);
  // A recruiter's move of the same workflow is told afterwards: had the PATCH been told, it would be there first.
  await moveBack(id, status);
  await vi.waitFor(() => expect(eventCalls()).toHaveLength(before + 1), { timeout: 10_000 });
  expect(eventIn(eventCalls().at(-1))).toMatchObject({ oldStatus: numberOf(status) });
});

it("raises the event for a PATCH by the API user where the switch says raise", async () => {
  await switchTo("raise");
  const { id, status } = await someWorkflow();
  const before = eventCalls().length;
  const rows = await eventRows(id);
  expect(await patchStatus(id, status)).toBe(204);
  await vi.waitFor(() => expect(eventCalls()).toHaveLength(before + 1), { timeout: 10_000 });
  expect(await eventRows(id)).toBe(rows + 1);
  const call = eventCalls().at(-1);
  expect(call?.headers["content-encoding"]).toBe("gzip");
  expect(eventIn(call)).toMatchObject({
    eventType: "WorkFlowStatusChangeEvent",
    customerId: made.sandbox.tenants.a.customerId,
    systemId: String(id),
    newStatus: numberOf(status),
  });
});

it("raises no event for a PATCH that changes nothing", async () => {
  await switchTo("raise");
  const { id, status } = await someWorkflow();
  await patchStatus(id, status);
  const rows = await eventRows(id);
  expect(await patchStatus(id, status)).toBe(204);
  expect(await eventRows(id)).toBe(rows);
});

async function moveBack(workflowId: number, from: string): Promise<void> {
  const { settings, customerId } = await world.tenant(made.sandbox, "a");
  const status = settings.statuses.find(({ id }) => id !== from)?.id ?? "";
  await world.programme.moveCandidate({ customerId, workflowId, status });
}

function eventIn(call: WorldCall | undefined): unknown {
  return JSON.parse(gunzipSync(call?.bytes ?? Buffer.alloc(0)).toString("utf8"));
}

/** Events carry plain numbers where the API has node ids (PAY). */
function numberOf(nodeId: string): string {
  return nodeId.replace(/^\D/u, "");
}
