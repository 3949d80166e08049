import { setTimeout as sleep } from "node:timers/promises";

import { startingExitCodes } from "@slipway/database";

import type { Configuration } from "./configuration.ts";
import type { PlatformLog } from "./platform-log.ts";
import { reachOf, type Reach } from "./reach-of.ts";
import { startPlatform, type Platform } from "./start-platform.ts";
import { version } from "./version.ts";
import type { Addresses } from "./write-addresses.ts";

/** What a parent process is told over its channel once the platform answers. */
export interface ReadyMessage {
  readonly kind: "ready";
  readonly addresses: Addresses;
  readonly adminTokenFile: string;
  /** Demo data belongs on a platform that only its own machine reaches. */
  readonly reach: Reach;
}

/** The exit code of a process that had to leave something unfinished when it was asked to end. */
const cutShort = 1;

/** Runs the platform until it is asked to end, or its database has ended. Resolves to the exit code. */
export async function serve(
  configuration: Configuration,
  log: PlatformLog,
  asked: Promise<string>,
): Promise<number> {
  const platform = await startPlatform(configuration, log);
  const reach = reachOf(configuration);
  process.stdout.write(describe(platform, { reach, configuration }));
  tellParent(platform, reach);
  log.say("ready", { version, roles: configuration.roles.join() });
  const databaseEnded = platform.databaseEnded.then(() => undefined);
  const why = await Promise.race([asked, databaseEnded]);
  if (why !== undefined) return stop(platform, { why, configuration, log });
  await platform.stop();
  process.stderr.write(
    "Slipway has ended. Expected its PostgreSQL to run on, found that it ended by itself. What was answered is kept: start again.\n",
  );
  return startingExitCodes["STARTING-DATABASE-FAILED"];
}

async function stop(
  platform: Platform,
  {
    why,
    configuration: { stopTimeoutMs },
    log,
  }: {
    readonly why: string;
    readonly configuration: Configuration;
    readonly log: PlatformLog;
  },
): Promise<number> {
  log.say("stopping", { why });
  const isDone = platform.stop().then(() => true);
  if (await Promise.race([isDone, sleep(stopTimeoutMs, false)])) {
    log.say("stopped");
    return 0;
  }
  const found = `Expected everything in hand to end within ${stopTimeoutMs} ms (SLIPWAY_STOP_TIMEOUT_MS), found some of it still under way`;
  log.trouble("stopping", new Error(found));
  return cutShort;
}

function tellParent({ served }: Platform, reach: Reach): void {
  if (served === undefined) return;
  const ready: ReadyMessage = {
    kind: "ready",
    addresses: served.addresses,
    adminTokenFile: served.adminToken.file,
    reach,
  };
  process.send?.(ready);
}

function describe(
  { served, metrics }: Platform,
  { reach, configuration }: { readonly reach: Reach; readonly configuration: Configuration },
): string {
  const warning = ["Reachable", "from other machines: whoever holds the token may do everything"];
  const rows = [
    ...(served !== undefined && reach === "network" ? [warning] : []),
    ...(configuration.roles.length === 2 ? [] : [["Role", configuration.roles.join()]]),
    ...(metrics === undefined ? [] : [["Metrics", `${metrics}/metrics`]]),
    ...(served === undefined ? [] : servedRows(served)),
  ];
  return `Slipway is ready.\n${rows.map(([name = "", value = ""]) => `  ${name.padEnd(18)} ${value}`).join("\n")}\n`;
}

function servedRows({
  addresses,
  adminToken,
}: NonNullable<Platform["served"]>): readonly (readonly [string, string])[] {
  return [
    ["Platform API", addresses.platform],
    ["Sandbox, region a", addresses.sandboxA],
    ["Sandbox, region b", addresses.sandboxB],
    ["Admin token", `in ${adminToken.file}`],
  ];
}
