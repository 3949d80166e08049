import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Database } from "@slipway/database";
import {
  createConnectionStore,
  createConnectionVault,
  createDeliveryWorker,
  createStatusChangePlanner,
  defaultOutboundSettings,
  wakeDeliveryWorkers,
  type ConnectionVault,
} from "@slipway/event-delivery";
import { createExchangeRecorder, type OpenExchangeRecorder } from "@slipway/exchange-log";
import type { Region } from "@slipway/exchange";
import { createIds, type Clock } from "@slipway/foundation";
import { frameworkRegistry } from "@slipway/frameworks";
import { buildSandboxApi, createIdBlocks } from "@slipway/sandbox-api";

import { openMovableClocks } from "../clock/movable-clocks.ts";
import { addListNodes } from "../lists/add-list-nodes.ts";
import { createExchangeSource } from "../logs/exchange-source.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { openTenantDirectory } from "../sandboxes/tenant-directory.ts";
import { createSigningKeyVault } from "../evidence/signing-key-vault.ts";
import { createUserKeys } from "../sandboxes/user-keys.ts";
import { createWebhookVault } from "../webhooks/webhook-vault.ts";
import type { Opened } from "./opened.ts";

export interface Opening {
  readonly clock: Clock;
  readonly opened: Opened[];
  readonly onFault: (fault: unknown) => void;
}

type Core = Omit<ProgrammeParts, "publicBases"> & {
  readonly vault: ConnectionVault;
  readonly recorder: OpenExchangeRecorder;
};

/** The programme's parts on a database, with both sandbox listeners and the delivery worker running. */
export async function openWorldParts(
  database: Database,
  opening: Opening,
): Promise<ProgrammeParts> {
  const core = await openCore(database, opening);
  const publicBases = {
    a: await startListener(core, "a", opening),
    b: await startListener(core, "b", opening),
  };
  await startWorker(core, opening);
  return { ...core, publicBases };
}

async function openCore(database: Database, { clock, opened, onFault }: Opening): Promise<Core> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-programme-"));
  opened.push({ close: async () => rm(folder, { recursive: true, force: true }) });
  const ids = createIds({ clock, randomBytes });
  const tenants = await openTenantDirectory(database, clock);
  const clocks = await openMovableClocks({
    database,
    clock,
    ids,
    isAlone: true,
    onTrouble: onFault,
  });
  opened.push(clocks);
  const vault = createConnectionVault({ keyFile: join(folder, "secret.key"), randomBytes });
  const connections = createConnectionStore({ database, vault, clock });
  const recorder = createExchangeRecorder({
    connection: database.connection,
    ids,
    clock,
    fieldMasks: new Map(),
    onError: onFault,
  });
  opened.push(recorder);
  return {
    database,
    clock,
    ids,
    randomBytes,
    tenants,
    vault,
    connections,
    userKeys: createUserKeys(vault, tenants),
    signingKeys: createSigningKeyVault(vault),
    webhookSecrets: createWebhookVault(vault),
    recorder,
    planEvent: createStatusChangePlanner({ tenants, connections, ids, clock }),
    clocks,
    clockOf: ({ customerId }) => clocks.of(customerId),
    frameworks: new Map(frameworkRegistry.map(({ framework }) => [framework.id, framework])),
    profileIds: createIdBlocks(database.tenants),
    exchanges: createExchangeSource(database),
    mail: { isConfigured: false },
    sandboxes: "self-service",
    partnerTimeoutMs: 5_000,
  };
}

async function startListener(
  core: Core,
  region: Region,
  { opened, onFault }: Opening,
): Promise<string> {
  const app = buildSandboxApi({
    ...core,
    region,
    secrets: { ...core.tenants, unsealKey: core.userKeys.unseal },
    addListNodes: async (tenant, nodes) => addListNodes(core, tenant, nodes),
    onEventRaised: () => wakeDeliveryWorkers(core.database.notifications),
    onBug: onFault,
  });
  opened.push(app);
  return app.listen({ host: "127.0.0.1", port: 0 });
}

async function startWorker(core: Core, { opened, onFault }: Opening): Promise<void> {
  const worker = createDeliveryWorker({
    workerId: core.ids.uuid(),
    context: {
      ...core,
      clockOf: core.clocks.of,
      userAgent: "Slipway/test",
      outbound: {
        ...defaultOutboundSettings,
        timeoutMs: core.partnerTimeoutMs,
        allowPrivateAddresses: true,
      },
    },
    onTrouble: onFault,
  });
  await worker.start();
  opened.push({ close: worker.stop });
}
