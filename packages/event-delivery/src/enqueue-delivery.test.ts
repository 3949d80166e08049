import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createDeliveryWorld, testIds, type DeliveryWorld } from "./delivery.world.ts";
import { enqueueDelivery } from "./enqueue-delivery.ts";
import { planDelivery, type DeliveryPlan } from "./plan-delivery.ts";

describe("enqueueing a call", () => {
  let world: DeliveryWorld;

  beforeAll(async () => {
    world = await createDeliveryWorld();
  });
  afterAll(async () => world.close());

  function plan(changed: Partial<DeliveryPlan> = {}): DeliveryPlan {
    return {
      id: testIds.uuid(),
      customerId: "6101",
      sandboxId: world.sandboxId,
      region: "a",
      kind: "order",
      endpoint: "https://partner.example.test:8443/prime",
      request: { method: "POST", path: "/orders", body: { z: 1, a: "✓" } },
      references: { personId: 12, orderId: "o-1" },
      dueAt: new Date("2026-03-01T10:00:00.000Z"),
      plannedAt: new Date("2027-03-01T10:00:00.000Z"),
      ...changed,
    };
  }

  it("keeps the whole plan, the body to the byte", async () => {
    const row = planDelivery(plan());
    const { id, isNew } = await enqueueDelivery(world.database.queries, row);
    expect(isNew).toBe(true);
    const stored = await world.database.queries
      .selectFrom("delivery")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(stored).toMatchObject({
      lane: "https://partner.example.test:8443",
      state: "due",
      request: { body: '{"z":1,"a":"✓"}', credentials: "configured", gzip: false },
      refs: { personId: 12, orderId: "o-1" },
      due_at: new Date("2026-03-01T10:00:00.000Z"),
      created_at: new Date("2027-03-01T10:00:00.000Z"),
    });
  });

  it("stores the same row inside another statement", async () => {
    const row = planDelivery(plan());
    await world.database.pool.query(
      "insert into delivery select * from jsonb_populate_record(null::delivery, $1)",
      [JSON.stringify(row)],
    );
    const { rows } = await world.database.pool.query(
      "select state, lane, due_at, request ->> 'body' as body from delivery where id = $1",
      [row.id],
    );
    expect(rows).toEqual([
      {
        state: "due",
        lane: "https://partner.example.test:8443",
        due_at: new Date("2026-03-01T10:00:00.000Z"),
        body: '{"z":1,"a":"✓"}',
      },
    ]);
  });

  it("takes a body that JSON columns refuse", async () => {
    const body = { nul: "\u0000", half: "\uD800" };
    const request = { method: "POST", path: "/orders", body } as const;
    const row = planDelivery(plan({ request }));
    const { id } = await enqueueDelivery(world.database.queries, row);
    const { rows } = await world.database.pool.query<{ body: string }>(
      "select request ->> 'body' as body from delivery where id = $1",
      [id],
    );
    expect(JSON.parse(rows[0]?.body ?? "")).toEqual(body);
  });

  it("gives a step its first call back when it plans again", async () => {
    const step = { runId: testIds.uuid(), stepKey: "a/uc1/1/order" };
    const first = await enqueueDelivery(world.database.queries, planDelivery(plan({ step })));
    const again = await enqueueDelivery(world.database.queries, planDelivery(plan({ step })));
    expect(again).toEqual({ ...first, isNew: false });
  });

  it("lets steps of other runs, other keys and other tenants plan their own", async () => {
    const runId = testIds.uuid();
    const plans = [
      plan({ step: { runId, stepKey: "one" } }),
      plan({ step: { runId, stepKey: "two" } }),
      plan({ step: { runId: testIds.uuid(), stepKey: "one" } }),
      plan({ step: { runId, stepKey: "one" }, customerId: "6102" }),
    ];
    for (const one of plans)
      expect(await enqueueDelivery(world.database.queries, planDelivery(one))).toMatchObject({
        id: one.id,
        isNew: true,
      });
  });

  it("plans one call when a step plans twice at the same moment", async () => {
    const step = { runId: testIds.uuid(), stepKey: "race" };
    const results = await Promise.all(
      Array.from({ length: 6 }, async () =>
        world.database.transaction(async (tx) => enqueueDelivery(tx, planDelivery(plan({ step })))),
      ),
    );
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
  });
});
