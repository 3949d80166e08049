import type { Tenant } from "@slipway/ats-model";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import {
  connect,
  createDeliveryWorld,
  ended,
  enqueue,
  exchangesOf,
  startWorker,
  type DeliveryWorld,
} from "./delivery.world.ts";
import type { HeldBecause } from "./held-delivery.ts";
import { startPartner, type TestPartner } from "./partner.world.ts";

describe("the worker, while the programme holds an integration", () => {
  let world: DeliveryWorld;
  let partner: TestPartner;

  beforeAll(async () => {
    world = await createDeliveryWorld();
    partner = await startPartner();
    await connect(world, partner.endpoint);
  });
  afterAll(async () => {
    await partner.close();
    await world.close();
  });
  beforeEach(async () => world.database.pool.query("delete from delivery"));

  /** A worker to whom the tenant is held from this look on: earlier ones see it free. */
  async function workerThatSees(refused: HeldBecause, fromLook: number) {
    let looks = 0;
    const byCustomerId = async (): Promise<Tenant> => {
      looks += 1;
      return looks < fromLook ? world.tenant : { ...world.tenant, refused };
    };
    return startWorker({ ...world, context: { ...world.context, tenants: { byCustomerId } } });
  }

  it.each([
    { because: "suspended", look: 1, code: "INTEGRATION-SUSPENDED" },
    { because: "suspended", look: 2, code: "INTEGRATION-SUSPENDED" },
    { because: "removed", look: 1, code: "INTEGRATION-REMOVED" },
  ] as const)("sends nothing when it is $because at look $look", async (held) => {
    const { because, look, code } = held;
    const text = `Integration ${because}: nothing was sent.`;
    const before = partner.journal.length;
    const id = await enqueue(world, partner.endpoint);
    const worker = await workerThatSees(because, look);
    const seen = await ended(world, id);
    await worker.stop();
    expect(worker.troubles).toEqual([]);
    expect(seen).toMatchObject({ state: "finished", started_at: null, exchange_id: null });
    expect(seen.outcome).toMatchObject({ kind: "not-sent", code, fault: "configuration" });
    expect(seen.view).toMatchObject({ tone: "error", text: expect.stringContaining(text) });
    expect(await exchangesOf(world, id)).toEqual([]);
    expect(partner.journal).toHaveLength(before);
  });
});
