import type { Tenant } from "@slipway/ats-model";
import type { WorkflowStatusChange } from "@slipway/exchange";
import { systemClock } from "@slipway/foundation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  connect,
  createDeliveryWorld,
  ended,
  startWorker,
  testIds,
  type DeliveryWorld,
} from "./delivery.world.ts";
import { eventCatalogue } from "./event-catalogue.ts";
import { startPartner, type TestPartner } from "./partner.world.ts";
import { createStatusChangePlanner } from "./create-status-change-planner.ts";

describe("the event of a status change", () => {
  let world: DeliveryWorld;
  let partner: TestPartner;

  beforeAll(async () => {
    world = await createDeliveryWorld();
    partner = await startPartner();
    await connect(world, `${partner.endpoint}/prime`);
  });
  afterAll(async () => {
    await partner.close();
    await world.close();
  });

  function change(changed: Partial<WorkflowStatusChange> = {}): WorkflowStatusChange {
    return {
      customerId: world.tenant.customerId,
      workflowId: 501,
      personId: 88,
      jobId: 77,
      oldStatus: "D10100",
      newStatus: "C2028",
      userId: 9,
      at: new Date("2026-03-01T10:00:00.000Z"),
      by: "recruiter",
      ...changed,
    };
  }
  function plannerFor(tenant: Tenant) {
    return createStatusChangePlanner({
      tenants: { byCustomerId: async (id) => (id === tenant.customerId ? tenant : undefined) },
      connections: world.connections,
      ids: testIds,
      clock: systemClock,
    });
  }
  function switchedTo(workflowEventOnApiPatch: "raise" | "silent"): Tenant {
    const { settings } = world.tenant;
    const switches = { ...settings.switches, workflowEventOnApiPatch };
    return { ...world.tenant, settings: { ...settings, switches } };
  }

  it("is planned as a row and its delivery under one id, and reaches the partner as the vendor sends it", async () => {
    const planned = await plannerFor(world.tenant)(change());
    const { pool } = world.database;
    await pool.query("insert into event select * from jsonb_populate_record(null::event, $1)", [
      JSON.stringify(planned?.eventRow),
    ]);
    await pool.query(
      "insert into delivery select * from jsonb_populate_record(null::delivery, $1)",
      [JSON.stringify(planned?.deliveryRow)],
    );
    const { rows } = await pool.query<{
      id: string;
      type: string;
      workflow_id: number;
      raised_at: Date;
    }>("select event.* from event join delivery using (customer_id, id)");
    expect(rows).toMatchObject([
      {
        type: "WorkFlowStatusChangeEvent",
        workflow_id: 501,
        raised_at: new Date("2026-03-01T10:00:00.000Z"),
      },
    ]);
    const worker = await startWorker(world);
    await ended(world, rows[0]?.id ?? "");
    await worker.stop();
    const [call] = partner.journal;
    expect(call).toMatchObject({ method: "POST", url: "/prime/events" });
    expect(call?.headers).toMatchObject({
      "content-type": "application/json",
      "content-encoding": "gzip",
      "accept-encoding": "gzip,deflate",
      link: expect.stringContaining('/applicantworkflows/501;rel="applicantWorkflow";'),
    });
    expect(JSON.parse(call?.body ?? "")).toMatchObject({
      eventType: "WorkFlowStatusChangeEvent",
      customerId: "6101",
      systemId: "501",
      jobId: "77",
      personId: "88",
      userId: "9",
      oldStatus: "10100",
      newStatus: "2028",
    });
  });

  it("carries every field of the catalogue, each id as a text", async () => {
    const planned = await plannerFor(world.tenant)(change());
    const body = planned?.eventRow["body"] as Record<string, unknown>;
    const described = eventCatalogue.find(({ eventType }) => eventType === body["eventType"]);
    expect(Object.keys(body).toSorted()).toEqual(
      described?.fields.map(({ name }) => name).toSorted(),
    );
    for (const [name, value] of Object.entries(body))
      expect(typeof value).toBe(name === "links" ? "object" : "string");
  });

  it("is not raised by the API user, unless the tenant's switch says so", async () => {
    const byApi = change({ by: "api-user" });
    expect(await plannerFor(world.tenant)(byApi)).toBeUndefined();
    expect(await plannerFor(switchedTo("silent"))(byApi)).toBeUndefined();
    expect(await plannerFor(switchedTo("raise"))(byApi)).toBeDefined();
    expect(await plannerFor(switchedTo("silent"))(change())).toBeDefined();
  });

  it("is not raised when the status stays what it is, or the tenant does not exist", async () => {
    const planner = plannerFor(world.tenant);
    expect(await planner(change({ newStatus: "D10100" }))).toBeUndefined();
    expect(await planner(change({ customerId: "9999" }))).toBeUndefined();
  });

  it("is recorded without a delivery where the partner has no endpoint", async () => {
    const planned = await plannerFor({ ...world.tenant, region: "b" })(change());
    expect(planned?.eventRow).toMatchObject({ type: "WorkFlowStatusChangeEvent" });
    expect(planned?.deliveryRow).toBeUndefined();
  });
});
