import { randomBytes } from "node:crypto";

import type { Tenant } from "@slipway/ats-model";
import type { Framework } from "@slipway/conformance";
import type { Database } from "@slipway/database";
import {
  createConnectionStore,
  createConnectionVault,
  createStatusChangePlanner,
  type ConnectionStore,
  type ConnectionVault,
} from "@slipway/event-delivery";
import type { EventPlanner } from "@slipway/exchange";
import { createExchangeRecorder, type OpenExchangeRecorder } from "@slipway/exchange-log";
import { createIds, systemClock, type Clock, type Ids } from "@slipway/foundation";
import { frameworkRegistry } from "@slipway/frameworks";
import {
  createSigningKeyVault,
  createUserKeys,
  createWebhookVault,
  openMovableClocks,
  openTenantDirectory,
  type CachedTenants,
  type MovableClocks,
  type SigningKeyVault,
  type UserKeys,
  type WebhookVault,
} from "@slipway/programme";

import type { Configuration } from "./configuration.ts";
import { fieldMasks } from "./field-masks.ts";
import type { PlatformMetrics } from "./metrics/platform-metrics.ts";
import type { PlatformLog } from "./platform-log.ts";

/** What listeners and workers share. */
export interface PlatformCore {
  readonly database: Database;
  /** The machine's own clock. */
  readonly clock: Clock;
  readonly clocks: MovableClocks;
  readonly ids: Ids;
  readonly randomBytes: (byteCount: number) => Uint8Array;
  readonly tenants: CachedTenants;
  readonly recorder: OpenExchangeRecorder;
  readonly vault: ConnectionVault;
  readonly connections: ConnectionStore;
  readonly userKeys: UserKeys;
  readonly signingKeys: SigningKeyVault;
  readonly webhookSecrets: WebhookVault;
  readonly planEvent: EventPlanner;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly clockOf: (tenant: Pick<Tenant, "customerId">) => Clock;
}

/** Puts together what needs nothing but the database and the configuration. */
export async function openPlatformCore(
  database: Database,
  {
    configuration,
    log,
    metrics,
  }: {
    readonly configuration: Configuration;
    readonly log: PlatformLog;
    readonly metrics: PlatformMetrics | undefined;
  },
): Promise<PlatformCore> {
  const clock = systemClock;
  const ids = createIds({ clock, randomBytes });
  const tenants = await openTenantDirectory(database, clock);
  const clocks = await openMovableClocks({
    database,
    clock,
    ids,
    // With a database of our own: the folder's lock says so.
    isAlone: configuration.databaseUrl === undefined,
    onTrouble: (error) => {
      log.trouble("movable clock", error);
    },
  });
  const vault = createConnectionVault({ keyFile: configuration.secretKeyFile, randomBytes });
  const connections = createConnectionStore({ database, vault, clock });
  return {
    database,
    clock,
    clocks,
    ids,
    randomBytes,
    tenants,
    recorder: createExchangeRecorder({
      connection: database.connection,
      ids,
      clock,
      fieldMasks: fieldMasks(),
      onError: (error) => {
        log.trouble("exchange log", error);
      },
      onStored: metrics?.flushed,
    }),
    vault,
    connections,
    userKeys: createUserKeys(vault, tenants),
    signingKeys: createSigningKeyVault(vault),
    webhookSecrets: createWebhookVault(vault),
    planEvent: createStatusChangePlanner({ tenants, connections, ids, clock }),
    frameworks: new Map(frameworkRegistry.map(({ framework }) => [framework.id, framework])),
    clockOf: ({ customerId }) => clocks.of(customerId),
  };
}
