import { afterEach, beforeEach, expect, it } from "vitest";

import {
  connect,
  createDeliveryWorld,
  ended,
  enqueue,
  seeDelivery,
  type DeliveryWorld,
} from "./delivery.world.ts";
import { expireLeases } from "./expire-leases.ts";
import { startPartner, type TestPartner } from "./partner.world.ts";
import { killProcess, startWorkerProcess } from "./worker-process.world.ts";

let world: DeliveryWorld;
let partner: TestPartner;

beforeEach(async () => {
  world = await createDeliveryWorld();
  partner = await startPartner(() => undefined);
  await connect(world, partner.endpoint);
});
afterEach(async () => {
  await partner.close();
  await world.close();
});

it("lets what a killed worker had started be settled although its lease still runs", async () => {
  const killed = await startWorkerProcess(world);
  const id = await enqueue(world, partner.endpoint);
  while (partner.journal.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await killProcess(killed);
  expect((await seeDelivery(world, id)).state).toBe("started");
  const { pool } = world.database;
  await pool.query("update delivery set lease_until = '2999-01-01' where state = 'started'");
  await expireLeases(world.database, new Date());
  const next = await startWorkerProcess(world);
  expect((await ended(world, id)).state).toBe("outcome-unknown");
  await killProcess(next);
});
