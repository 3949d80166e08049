import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { awaitDelivery } from "./await-delivery.ts";
import {
  connect,
  createDeliveryWorld,
  enqueue,
  startWorker,
  testIds,
  type DeliveryWorld,
} from "./delivery.world.ts";
import { loadDelivery } from "./load-delivery.ts";
import { startPartner, type TestPartner } from "./partner.world.ts";

describe("waiting for a delivery", () => {
  let world: DeliveryWorld;
  let partner: TestPartner;
  const patience = AbortSignal.timeout(50_000);

  beforeAll(async () => {
    world = await createDeliveryWorld();
    partner = await startPartner((_call, response) => void response.writeHead(400).end());
    await connect(world, partner.endpoint);
  });
  afterAll(async () => {
    await partner.close();
    await world.close();
  });
  const keyOf = (id: string) => ({ customerId: world.tenant.customerId, id });

  it("ends with outcome, view and exchange when the delivery does", async () => {
    const id = await enqueue(world, partner.endpoint);
    expect(await loadDelivery(world.database, keyOf(id))).toEqual({ state: "due" });
    const waiting = awaitDelivery(world.database, keyOf(id), patience);
    const worker = await startWorker(world);
    const end = await waiting;
    await worker.stop();
    expect(end).toMatchObject({
      state: "finished",
      outcome: { kind: "answered", status: 400 },
      recruiterView: { tone: "error" },
      exchangeId: expect.any(String),
      finishedAt: expect.any(Date),
    });
    expect(await awaitDelivery(world.database, keyOf(id), patience)).toEqual(end);
  });

  it("ends with the reason of whoever stops waiting", async () => {
    const id = await enqueue(world, partner.endpoint);
    const stopping = new AbortController();
    const waiting = awaitDelivery(world.database, keyOf(id), stopping.signal);
    stopping.abort(new Error("the run was cancelled"));
    await expect(waiting).rejects.toThrow("the run was cancelled");
  });

  it("refuses to wait for what does not exist, or is another tenant's", async () => {
    const id = await enqueue(world, partner.endpoint);
    for (const key of [keyOf(testIds.uuid()), { customerId: "6102", id }]) {
      expect(await loadDelivery(world.database, key)).toBeUndefined();
      await expect(awaitDelivery(world.database, key, patience)).rejects.toThrow("found none");
    }
  });
});
