import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { claimDueDeliveries } from "./claim-due-deliveries.ts";
import {
  deliveryEvents,
  deliveryStates,
  nextDeliveryState,
  type DeliveryEvent,
  type DeliveryState,
} from "./delivery-state.ts";
import {
  connect,
  createDeliveryWorld,
  enqueue,
  seeDelivery,
  testIds,
  type DeliveryWorld,
} from "./delivery.world.ts";
import { finishDelivery, type DeliveryEnd } from "./finish-delivery.ts";
import { endWaitingDeliveries } from "./held-delivery.ts";
import { markStarted } from "./mark-started.ts";
import { recoverDeliveries } from "./recover-deliveries.ts";

const grid = deliveryStates.flatMap((state) =>
  deliveryEvents.map((event) => ({ state, event, next: nextDeliveryState(state, event) })),
);

describe("the states of a delivery", () => {
  it("are moved by these events and no others", () => {
    const moves = grid
      .filter(({ next }) => next !== undefined)
      .map(({ state, event, next }) => `${state} --${event}--> ${next ?? ""}`);
    expect(moves).toEqual([
      "due --claim--> claimed",
      "due --hold--> finished",
      "claimed --start--> started",
      "claimed --give-up-unsent--> finished",
      "claimed --hold--> finished",
      "claimed --lease-ran-out--> due",
      "started --finish--> finished",
      "started --lease-ran-out--> outcome-unknown",
    ]);
  });
});

describe("the statements that move a delivery", () => {
  const workerId = testIds.uuid();
  let world: DeliveryWorld;
  let id: string;

  beforeAll(async () => {
    world = await createDeliveryWorld();
    await connect(world, "http://127.0.0.1:9");
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    await world.database.pool.query("delete from delivery");
    id = await enqueue(world, "http://127.0.0.1:9");
  });

  async function putInto(state: DeliveryState, leaseUntil: Date): Promise<void> {
    await world.database.pool.query(
      "update delivery set state = $2, worker_id = $3, lease_until = $4, started_at = $5 where id = $1",
      [
        id,
        state,
        state === "due" ? null : workerId,
        leaseUntil,
        state === "started" ? new Date() : null,
      ],
    );
  }
  async function end(from: DeliveryEnd["from"]): Promise<void> {
    await finishDelivery(world.database, {
      customerId: world.tenant.customerId,
      id,
      from,
      state: "finished",
      workerId,
      finishedAt: new Date(),
      outcome: { kind: "not-sent", code: "X", detail: "x" },
      recruiterView: { tone: "error", text: "x" },
      location: undefined,
      exchange: undefined,
    });
  }
  const statements: Readonly<Record<DeliveryEvent, () => Promise<void>>> = {
    claim: async () => {
      const now = new Date();
      await claimDueDeliveries(world.database, {
        workerId,
        now,
        leaseMs: 1000,
        laneLimit: 8,
        inHand: new Map(),
      });
    },
    start: async () => {
      const now = new Date();
      await markStarted(
        world.database,
        { customerId: world.tenant.customerId, id },
        { workerId, now, leaseMs: 1000, startedAt: now },
      );
    },
    finish: async () => end("started"),
    "give-up-unsent": async () => end("claimed"),
    hold: async () =>
      world.database.transaction(async (tx) =>
        endWaitingDeliveries(tx, {
          because: "suspended",
          at: new Date(),
          customerIds: [world.tenant.customerId],
        }),
      ),
    "lease-ran-out": async () => {
      await recoverDeliveries(world.context);
    },
  };

  it.each(grid)("obey the table: $event in $state leads to $next", async (cell) => {
    const leaseEndsMs = cell.event === "lease-ran-out" ? -1 : 60_000;
    await putInto(cell.state, new Date(Date.now() + leaseEndsMs));
    await statements[cell.event]();
    expect((await seeDelivery(world, id)).state).toBe(cell.next ?? cell.state);
  });

  it("leave a lease alone that has not run out", async () => {
    for (const state of ["claimed", "started"] as const) {
      await putInto(state, new Date(Date.now() + 60_000));
      expect(await recoverDeliveries(world.context)).toEqual({ dueAgain: 0, outcomeUnknown: 0 });
      expect((await seeDelivery(world, id)).state).toBe(state);
    }
  });

  it("let nobody start with a claim that ran out or is another worker's", async () => {
    const delivery = { customerId: world.tenant.customerId, id };
    const now = new Date();
    await putInto("claimed", new Date(now.getTime() - 1));
    const options = { workerId, now, leaseMs: 1000, startedAt: now };
    expect(await markStarted(world.database, delivery, options)).toBe(false);
    await putInto("claimed", new Date(now.getTime() + 60_000));
    const stranger = { ...options, workerId: testIds.uuid() };
    expect(await markStarted(world.database, delivery, stranger)).toBe(false);
    expect(await markStarted(world.database, delivery, options)).toBe(true);
  });
});
