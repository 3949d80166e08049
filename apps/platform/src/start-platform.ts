import {
  createExchangeSource,
  keepIndexedFields,
  keepPublicBases,
  type ProgrammeParts,
} from "@slipway/programme";
import type { Region } from "@slipway/exchange";
import { createIdBlocks } from "@slipway/sandbox-api";

import { ensureAdminToken, type AdminToken } from "./admin-token.ts";
import { checkPortsFree } from "./check-ports-free.ts";
import type { Configuration } from "./configuration.ts";
import { endAll } from "./end-all.ts";
import { createPlatformMetrics } from "./metrics/platform-metrics.ts";
import { openStorage, type Storage } from "./open-storage.ts";
import { openPlatformCore, type PlatformCore } from "./platform-core.ts";
import type { PlatformLog } from "./platform-log.ts";
import type { StartContext } from "./start-context.ts";
import { startApi, startMetrics, startSandbox } from "./start-listeners.ts";
import { startWorkers } from "./start-workers.ts";
import { writeAddresses, type Addresses } from "./write-addresses.ts";

/** What a process with the role `api` has. */
export interface Served {
  /** Where each listener answers, without a slash at the end. */
  readonly addresses: Addresses;
  readonly adminToken: AdminToken;
}

/** A running platform, or one process of it. */
export interface Platform {
  /** Undefined in a process that only works. */
  readonly served: Served | undefined;
  /** Where numbers are told; undefined where nobody asked for them. */
  readonly metrics: string | undefined;
  /** Resolves when the database has ended for good, asked to or not: there is nothing left to serve. */
  readonly databaseEnded: Promise<void>;
  /**
   * Takes nothing new, brings what is in hand to its end, then closes the database: first the platform API, then the workers, and
   * the sandbox after them, since partners that are called ask it. Never fails: what does is in the log.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Starts everything that this process is there for on one database: storage, workers, the platform API and a listener for each
 * region of the sandbox. A start that fails ends what it had started, and fails with a StartingProblem where somebody can mend it.
 */
export async function startPlatform(
  configuration: Configuration,
  log: PlatformLog,
): Promise<Platform> {
  const metrics = configuration.metrics === undefined ? undefined : createPlatformMetrics();
  const context: StartContext = { configuration, log, metrics, started: [] };
  let isStopping = false;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await endAll(context.started, (error) => {
      log.trouble("stopping", error);
    });
  };
  try {
    await checkPortsFree(configuration);
    const storage = await openStorage(configuration, (error) => {
      log.trouble("database connection", error);
    });
    context.started.push(storage.close);
    const { databaseEnded } = storage;
    const core = await openPlatformCore(storage.database, context);
    context.started.push(core.recorder.close, core.clocks.close);
    const metricsAddress = await startMetrics(core, context, () => isStopping);
    const served = await startOn(storage, core, context);
    return { served, metrics: metricsAddress, databaseEnded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOn(
  storage: Storage,
  core: PlatformCore,
  context: StartContext,
): Promise<Served | undefined> {
  const { configuration } = context;
  const { sandboxA, sandboxB } = configuration.publicBases;
  const isApi = configuration.roles.includes("api");
  const listening = isApi ? await startSandbox(core, context) : undefined;
  const publicBases = { a: sandboxA ?? listening?.a ?? "", b: sandboxB ?? listening?.b ?? "" };
  const parts = partsOf(core, configuration, publicBases);
  if (isApi) {
    await keepPublicBases(parts, publicBases);
    await keepIndexedFields(parts.database);
  }
  if (configuration.roles.includes("worker")) await startWorkers(core, parts, context);
  if (!isApi) return undefined;
  const adminToken = await ensureAdminToken(core.database, storage.folder, core);
  const platform = await startApi(parts, context);
  const addresses = {
    platform: configuration.publicBases.platform ?? platform,
    sandboxA: publicBases.a,
    sandboxB: publicBases.b,
  };
  await writeAddresses(storage.folder, addresses);
  return { addresses, adminToken };
}

function partsOf(
  core: PlatformCore,
  { smtpUrl, partnerTimeoutMs, sandboxes }: Configuration,
  publicBases: Readonly<Record<Region, string>>,
): ProgrammeParts {
  return {
    ...core,
    profileIds: createIdBlocks(core.database.tenants),
    exchanges: createExchangeSource(core.database),
    publicBases,
    mail: { isConfigured: smtpUrl !== undefined },
    partnerTimeoutMs,
    sandboxes,
  };
}
