import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Tenant } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import type { SandboxId } from "@slipway/exchange";
import {
  createIds,
  shiftedClock,
  systemClock,
  type Clock,
  type JsonObject,
} from "@slipway/foundation";

import { createConnectionStore, type ConnectionStore } from "./connection/connection-store.ts";
import { createConnectionVault } from "./connection/connection-vault.ts";
import { wakeDeliveryWorkers } from "./wake-delivery-workers.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { createDeliveryWorker, type DeliveryWorkerOptions } from "./delivery-worker.ts";
import { enqueueDelivery } from "./enqueue-delivery.ts";
import { defaultOutboundSettings, type OutboundSettings } from "./outbound/outbound-settings.ts";
import { planDelivery, type DeliveryPlan } from "./plan-delivery.ts";
import { plainRecorder } from "./recorder.world.ts";
import type { RecruiterView } from "./recruiter-view.ts";
import { insertSandbox, insertTenant, tenantOf } from "./sandbox.world.ts";

export const testIds = createIds({ clock: systemClock, randomBytes });

/** How far tenant A's clock runs ahead: stamps must come from it, leases must not. */
export const tenantAheadMs = 86_400_000;

export interface DeliveryWorld {
  readonly database: Database;
  readonly folder: string;
  readonly tenant: Tenant;
  readonly tenantClock: Clock;
  readonly sandboxId: SandboxId;
  readonly connections: ConnectionStore;
  readonly context: DeliveryContext;
  readonly close: () => Promise<void>;
}

/** A sandbox with tenant A, in a database of its own; calls time out after 2 s and may go to this machine. */
export async function createDeliveryWorld(
  outbound: Partial<OutboundSettings> = {},
): Promise<DeliveryWorld> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "slipway-delivery-"));
  const sandboxId = testIds.uuid() as SandboxId;
  const tenant = tenantOf(sandboxId, "a");
  await insertSandbox(database, sandboxId, testIds);
  await insertTenant(database, tenant);
  const vault = createConnectionVault({ keyFile: join(folder, "vault.key"), randomBytes });
  const tenantClock = shiftedClock(systemClock, tenantAheadMs);
  return {
    database,
    folder,
    tenant,
    tenantClock,
    sandboxId,
    connections: createConnectionStore({ database, vault, clock: systemClock }),
    context: {
      database,
      recorder: plainRecorder(testIds),
      tenants: { byCustomerId: async (id) => (id === tenant.customerId ? tenant : undefined) },
      vault,
      clock: systemClock,
      clockOf: () => tenantClock,
      userAgent: "Slipway/test",
      outbound: {
        ...defaultOutboundSettings,
        timeoutMs: 2000,
        allowPrivateAddresses: true,
        ...outbound,
      },
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const testPassword = "correct horse 1";

/** Connects region A to an endpoint, with Basic credentials. */
export async function connect(
  world: DeliveryWorld,
  endpoint: string,
  more: { readonly trustedCertificates?: string } = {},
): Promise<void> {
  await world.connections.saveConnection({
    sandboxId: world.sandboxId,
    region: "a",
    endpoint,
    authentication: { scheme: "basic", username: "slipway" },
    secret: { scheme: "basic", password: testPassword },
    ...more,
  });
}

/** Plans a call (default: an order by POST with a small body), stores it, and gives its id. */
export async function enqueue(
  world: DeliveryWorld,
  endpoint: string,
  plan: Partial<DeliveryPlan> = {},
): Promise<string> {
  const { id } = await enqueueDelivery(
    world.database.queries,
    planDelivery({
      id: testIds.uuid(),
      customerId: world.tenant.customerId,
      sandboxId: world.sandboxId,
      region: "a",
      kind: "order",
      endpoint,
      request: { method: "POST", path: "/orders", body: { orderId: "o-1" } },
      dueAt: new Date(),
      plannedAt: world.tenantClock.now(),
      ...plan,
    }),
  );
  wakeDeliveryWorkers(world.database.notifications);
  return id;
}

export interface RunningWorker {
  readonly troubles: readonly unknown[];
  readonly stop: () => Promise<void>;
}

export async function startWorker(
  world: DeliveryWorld,
  options: Partial<DeliveryWorkerOptions> = {},
): Promise<RunningWorker> {
  const troubles: unknown[] = [];
  const worker = createDeliveryWorker({
    context: world.context,
    workerId: testIds.uuid(),
    onTrouble: (error) => troubles.push(error),
    ...options,
  });
  await worker.start();
  return { troubles, stop: worker.stop };
}

/** A delivery as its row stands. */
export interface SeenDelivery {
  readonly id: string;
  readonly state: string;
  readonly outcome: DeliveryOutcome | null;
  readonly view: RecruiterView | null;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly exchange_id: string | null;
}

export async function seeDelivery(world: DeliveryWorld, id: string): Promise<SeenDelivery> {
  const { rows } = await world.database.pool.query<SeenDelivery>(
    "select id, state, outcome, recruiter_view as view, started_at, finished_at, exchange_id from delivery where id = $1",
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Expected delivery ${id}, found none`);
  return row;
}

/** Waits until the delivery has come to an end. */
export async function ended(world: DeliveryWorld, id: string): Promise<SeenDelivery> {
  for (;;) {
    const seen = await seeDelivery(world, id);
    if (seen.state === "finished" || seen.state === "outcome-unknown") return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface SeenExchange {
  readonly id: string;
  readonly at: Date;
  readonly duration_us: number;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly order_id: string | null;
  readonly detail: JsonObject;
  readonly request: string | null;
  readonly answer: string | null;
}

/** The exchanges recorded for a delivery. */
export async function exchangesOf(
  world: DeliveryWorld,
  id: string,
): Promise<readonly SeenExchange[]> {
  const { rows } = await world.database.pool.query<SeenExchange>(
    `select exchange.*, request, answer from exchange
     left join exchange_body using (customer_id) where delivery_id = $1 and exchange_body.exchange_id = exchange.id`,
    [id],
  );
  return rows;
}
