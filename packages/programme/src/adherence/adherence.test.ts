import { afterAll, beforeAll, expect, it } from "vitest";

import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { designateIntegration } from "../testing/designate-integration.ts";
import { openNoticeWorld, type NoticeWorld } from "../testing/open-notice-world.ts";

let room: NoticeWorld;
let integration: Integration;
let customerId: string;
let exchangeId: string;
beforeAll(async () => {
  room = await openNoticeWorld();
  integration = await designateIntegration(room.world, {
    name: "Acme Tests",
    framework: "standard-assessment",
    connectorType: "standard",
  });
  const { sandbox, credentials } = await room.programme.createSandbox({
    integrationId: integration.id,
  });
  ({ customerId } = sandbox.tenants.a);
  const { username, password } = credentials.a;
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  await fetch(`${sandbox.tenants.a.publicBase}/customers/${customerId}`, {
    headers: { authorization: `Basic ${basic}` },
  });
  const [exchange] = await room.programme.listExchanges({
    ...{ customerId, limit: 1, order: "newest-first" },
  });
  exchangeId = exchange?.id ?? "";
});
afterAll(async () => room.close());

const customer: Actor = { name: "Bill", role: "customer-admin", organisation: "Initech" };
const reviewer: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const observation = "A duplicate order was taken in place of a 400.";

async function report(text = observation): Promise<string> {
  const { id } = await room.programme.reportAdherence({
    ...{ integrationId: integration.id, observation: text, actor: customer },
    exchange: { customerId, exchangeId },
  });
  return id;
}

it("takes a customer's report with an exchange that was recorded, and no other", async () => {
  const id = await report();
  expect(
    await room.programme.listAdherenceReports({ integrationId: integration.id }),
  ).toMatchObject([
    { id, state: "open", observation, exchange: { customerId, exchangeId }, reportedBy: customer },
  ]);
  const again = { integrationId: integration.id, observation, actor: customer };
  await expect(
    room.programme.reportAdherence({
      ...again,
      exchange: { customerId, exchangeId: "0190a000-0000-7000-8000-000000000001" },
    }),
  ).rejects.toMatchObject({ code: "EXCHANGE-NOT-FOUND" });
  await expect(
    room.programme.reportAdherence({ ...again, exchange: { customerId: "1", exchangeId } }),
  ).rejects.toMatchObject({ code: "TENANT-NOT-FOUND" });
  await expect(room.programme.reportAdherence({ ...again, actor: reviewer })).rejects.toMatchObject(
    { code: "ROLE-NOT-ALLOWED", status: 403 },
  );
});

it("upheld with a reason, asks a Standard integration to revalidate; decided once", async () => {
  const id = await report("Results arrive a day late.");
  const decision = {
    id,
    decision: "upheld",
    reason: "The log shows it.",
    actor: reviewer,
  } as const;
  await expect(
    room.programme.decideAdherenceReport({
      ...decision,
      actor: { ...reviewer, organisation: "Acme" },
    }),
  ).rejects.toMatchObject({ code: "ROLE-NOT-ALLOWED" });
  await expect(
    room.programme.decideAdherenceReport({ ...decision, actor: customer }),
  ).rejects.toMatchObject({ code: "ROLE-NOT-ALLOWED" });
  expect(await room.programme.decideAdherenceReport(decision)).toMatchObject({
    state: "upheld",
    reason: "The log shows it.",
    decidedBy: reviewer,
  });
  const [opened] = await room.programme.listRevalidations({ integrationId: integration.id });
  expect(opened).toMatchObject({
    cause: "report",
    reportId: id,
    subject: "the report of Initech: Results arrive a day late.",
  });
  expect((await room.programme.loadLifecycle(integration.id)).standing).toMatchObject({
    kind: "revalidation-due",
    as: "standard",
    deadlineId: opened?.deadlineId,
  });
  await expect(
    room.programme.decideAdherenceReport({ ...decision, decision: "dismissed" }),
  ).rejects.toMatchObject({ code: "ADHERENCE-REPORT-DECIDED" });
});

it("dismissed with a reason, stays on record and asks for nothing", async () => {
  const before = await room.programme.listRevalidations({ integrationId: integration.id });
  const id = await report("The button is blue.");
  await room.programme.decideAdherenceReport({
    ...{ id, decision: "dismissed", reason: "The guide says no colour.", actor: reviewer },
  });
  expect(await room.programme.listAdherenceReports()).toMatchObject([
    { id, state: "dismissed", reason: "The guide says no colour." },
    { state: "upheld" },
    { state: "open" },
  ]);
  expect(await room.programme.listRevalidations({ integrationId: integration.id })).toEqual(before);
  const history = await room.programme.listHistory(integration.id);
  expect(history.map(({ event }) => event)).toContain("dismiss-report");
});

it("is upheld of nobody without a designation, and stays open then", async () => {
  const { integration: fresh } = await room.programme.registerIntegration({
    ...{ name: "Fresh", framework: "standard-assessment", contact: "fresh@example.test" },
  });
  const { id } = await room.programme.reportAdherence({
    ...{ integrationId: fresh.id, observation, actor: customer },
  });
  await expect(
    room.programme.decideAdherenceReport({
      ...{ id, decision: "upheld", reason: "The log shows it.", actor: reviewer },
    }),
  ).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
  expect(await room.programme.listAdherenceReports({ integrationId: fresh.id })).toMatchObject([
    { state: "open" },
  ]);
});
