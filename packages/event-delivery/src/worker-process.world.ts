import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";

import type { Tenant } from "@slipway/ats-model";
import { openDatabase, type Connection } from "@slipway/database";
import { createIds, systemClock } from "@slipway/foundation";

import { createConnectionVault } from "./connection/connection-vault.ts";
import { createDeliveryWorker } from "./delivery-worker.ts";
import type { DeliveryWorld } from "./delivery.world.ts";
import { defaultOutboundSettings } from "./outbound/outbound-settings.ts";
import { plainRecorder } from "./recorder.world.ts";

/** Leases short enough that a test need not wait for them long. */
const shortLeases = { claimLeaseMs: 400, timeoutMs: 800, startedMarginMs: 400 };

interface WorkerSettings {
  readonly connection: Connection;
  readonly folder: string;
  readonly tenant: Tenant;
}

/** Starts a worker as a process of its own, so that it can be killed; resolves when it works. */
export async function startWorkerProcess(world: DeliveryWorld): Promise<ChildProcess> {
  const settings: WorkerSettings = {
    connection: world.database.connection,
    folder: world.folder,
    tenant: world.tenant,
  };
  const child = spawn(
    process.execPath,
    ["--conditions=@slipway/source", import.meta.filename, JSON.stringify(settings)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(child.stdout, "data");
  return child;
}

/** Ends the process as a power failure would, and waits until it is gone. */
export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function work({ connection, folder, tenant }: WorkerSettings): Promise<void> {
  const ids = createIds({ clock: systemClock, randomBytes });
  const worker = createDeliveryWorker({
    context: {
      database: openDatabase({ connection, poolSize: 4 }),
      recorder: plainRecorder(ids),
      tenants: { byCustomerId: async (id) => (id === tenant.customerId ? tenant : undefined) },
      vault: createConnectionVault({ keyFile: join(folder, "vault.key"), randomBytes }),
      clock: systemClock,
      clockOf: () => systemClock,
      userAgent: "Slipway/test",
      outbound: {
        ...defaultOutboundSettings,
        timeoutMs: shortLeases.timeoutMs,
        allowPrivateAddresses: true,
      },
    },
    workerId: ids.uuid(),
    claimLeaseMs: shortLeases.claimLeaseMs,
    startedMarginMs: shortLeases.startedMarginMs,
    lookEveryMs: 50,
    onTrouble: (error) => process.stderr.write(`${String(error)}\n`),
  });
  await worker.start();
  process.stdout.write("working\n");
}

const given = process.argv[2];
if (process.argv[1] === import.meta.filename && given !== undefined)
  await work(JSON.parse(given) as WorkerSettings);
