import { expireLeases } from "@slipway/event-delivery";
import type { Region } from "@slipway/exchange";
import { buildPlatformApi } from "@slipway/platform-api";
import {
  createExchangeSource,
  createProgramme,
  keepIndexedFields,
  keepPublicBases,
  type ProgrammeParts,
} from "@slipway/programme";
import { createIdBlocks } from "@slipway/sandbox-api";

import { ensureAdminToken, type AdminToken } from "./admin-token.ts";
import { checkPortsFree } from "./check-ports-free.ts";
import type { Configuration, Listener } from "./configuration.ts";
import { databaseAnswers } from "./database-answers.ts";
import { deliveryWorker } from "./delivery-worker.ts";
import { endAll } from "./end-all.ts";
import { listen } from "./listen.ts";
import { openStorage, type Storage } from "./open-storage.ts";
import { openPlatformCore, type PlatformCore } from "./platform-core.ts";
import type { PlatformLog } from "./platform-log.ts";
import { programmeWorker } from "./programme-worker.ts";
import { runEngine } from "./run-engine.ts";
import { sandboxListener } from "./sandbox-listener.ts";
import { writeAddresses } from "./write-addresses.ts";

/** A running platform. */
export interface Platform {
  /** Where each listener answers, without a slash at the end. */
  readonly addresses: Readonly<Record<Listener, string>>;
  readonly adminToken: AdminToken;
  /** Resolves when the database has ended for good, asked to or not: there is nothing left to serve. */
  readonly databaseEnded: Promise<void>;
  /** Ends the listeners, lets work in hand come to its end, then closes the database. Never fails: what does is in the log. */
  readonly stop: () => Promise<void>;
}

interface StartContext {
  readonly configuration: Configuration;
  readonly log: PlatformLog;
  /** What has to be ended, in the order in which it was started. */
  readonly started: (() => Promise<void>)[];
}

/**
 * Starts everything on one database: storage, workers, the platform API and a listener for each region of the sandbox. A start
 * that fails ends what it had started, and fails with a StartingProblem where somebody can mend it.
 */
export async function startPlatform(
  configuration: Configuration,
  log: PlatformLog,
): Promise<Platform> {
  const context: StartContext = { configuration, log, started: [] };
  const stop = async (): Promise<void> =>
    endAll(context.started, (error) => {
      log.trouble("stopping", error);
    });
  try {
    await checkPortsFree(configuration);
    const storage = await openStorage(configuration, (error) => {
      log.trouble("database connection", error);
    });
    context.started.push(storage.close);
    const { databaseEnded } = storage;
    return { ...(await startOn(storage, context)), databaseEnded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOn(
  storage: Storage,
  context: StartContext,
): Promise<Pick<Platform, "addresses" | "adminToken">> {
  const { configuration, log, started } = context;
  const core = await openPlatformCore(storage.database, configuration, log);
  started.push(core.recorder.close, core.clocks.close);
  const parts = await startSandbox(core, context);
  await keepPublicBases(parts, parts.publicBases);
  await keepIndexedFields(parts.database);
  // With a database of our own no other process delivers: the folder's lock says so.
  if (configuration.databaseUrl === undefined) await expireLeases(core.database, core.clock.now());
  const worker = deliveryWorker(core, configuration, log);
  await worker.start();
  started.push(worker.stop);
  const engine = runEngine(parts, log);
  await engine.start();
  started.push(engine.stop);
  const programme = programmeWorker(core, configuration, log);
  await programme.start();
  started.push(programme.stop);
  const adminToken = await ensureAdminToken(core.database, storage.folder, core);
  const platform = await startApi(parts, context);
  const addresses = {
    platform: configuration.publicBases.platform ?? platform,
    sandboxA: parts.publicBases.a,
    sandboxB: parts.publicBases.b,
  };
  await writeAddresses(storage.folder, addresses);
  return { addresses, adminToken };
}

/** Both regions' listeners, and the programme's parts, which name their addresses. */
async function startSandbox(core: PlatformCore, context: StartContext): Promise<ProgrammeParts> {
  const { configuration, log, started } = context;
  const start = async (region: Region, listener: Listener): Promise<string> => {
    const { address, close } = await listen(
      sandboxListener(core, region, log),
      configuration,
      listener,
    );
    started.push(close);
    return address;
  };
  const a = await start("a", "sandboxA");
  const b = await start("b", "sandboxB");
  return {
    ...core,
    profileIds: createIdBlocks(core.database.tenants),
    exchanges: createExchangeSource(core.database),
    publicBases: {
      a: configuration.publicBases.sandboxA ?? a,
      b: configuration.publicBases.sandboxB ?? b,
    },
    mail: { isConfigured: configuration.smtpUrl !== undefined },
    partnerTimeoutMs: configuration.partnerTimeoutMs,
  };
}

async function startApi(parts: ProgrammeParts, context: StartContext): Promise<string> {
  const { configuration, log, started } = context;
  const { database } = parts;
  const api = buildPlatformApi({
    programme: createProgramme(parts),
    onBug: (bug, requestId) => {
      log.trouble(`platform API, request ${requestId}`, bug);
    },
    isReady: async () => databaseAnswers(database),
  });
  const { address, close } = await listen(api, configuration, "platform");
  started.push(close);
  return address;
}
