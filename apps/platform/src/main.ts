#!/usr/bin/env node
import { startingExitCodes } from "@slipway/database";

import { parseConfiguration } from "./configuration.ts";
import { openPlatformLog } from "./platform-log.ts";
import { reachOf, type Reach } from "./reach-of.ts";
import { describeStartingFault } from "./starting-fault.ts";
import { startPlatform, type Platform } from "./start-platform.ts";

/** What a parent process is told over its channel once the platform answers. */
export interface ReadyMessage {
  readonly kind: "ready";
  readonly addresses: Platform["addresses"];
  readonly adminTokenFile: string;
  /** Demo data belongs on a platform that only its own machine reaches. */
  readonly reach: Reach;
}

// From the first moment: a signal that comes while the platform starts ends it as soon as it can be ended properly.
const stop = listenForStop(["SIGINT", "SIGTERM"]);

await run().catch((error: unknown) => {
  const fault = describeStartingFault(error);
  if (fault === undefined) throw error;
  process.stderr.write(fault.text);
  process.exitCode = fault.exitCode;
});
// A parent's channel, and what is left of a request, would keep the process from ending by itself.
process.exit();

async function run(): Promise<void> {
  const configuration = parseConfiguration(process.env);
  const log = openPlatformLog(configuration.logLevel);
  const platform = await startPlatform(configuration, log);
  const reach = reachOf(configuration);
  process.stdout.write(describe(platform, reach));
  const ready: ReadyMessage = {
    kind: "ready",
    addresses: platform.addresses,
    adminTokenFile: platform.adminToken.file,
    reach,
  };
  process.send?.(ready);
  const databaseEnded = platform.databaseEnded.then(() => "database-ended" as const);
  const why = await Promise.race([stop.asked, databaseEnded]);
  await platform.stop();
  if (why === "asked") return;
  process.stderr.write(
    "Slipway has ended. Expected its PostgreSQL to run on, found that it ended by itself. What was answered is kept: start again.\n",
  );
  process.exitCode = startingExitCodes["STARTING-DATABASE-FAILED"];
}

/** `asked` resolves when somebody wants the process to end, or when its parent has died: then there is nobody to serve. */
function listenForStop(signals: readonly NodeJS.Signals[]): { readonly asked: Promise<"asked"> } {
  const { promise, resolve } = Promise.withResolvers<"asked">();
  const ask = (): void => {
    resolve("asked");
  };
  // Listened to until the end: another signal of the same kind must not cut the stop short.
  for (const signal of signals) process.on(signal, ask);
  process.on("disconnect", ask);
  // The parent may have died before this.
  if (process.send !== undefined && !process.connected) ask();
  return { asked: promise };
}

function describe({ addresses, adminToken }: Platform, reach: Reach): string {
  const warning = ["Reachable", "from other machines: whoever holds the token may do everything"];
  const rows = [
    ...(reach === "network" ? [warning] : []),
    ["Platform API", addresses.platform],
    ["Sandbox, region a", addresses.sandboxA],
    ["Sandbox, region b", addresses.sandboxB],
    ["Admin token", `in ${adminToken.file}`],
  ];
  return `Slipway is ready.\n${rows.map(([name = "", value = ""]) => `  ${name.padEnd(18)} ${value}`).join("\n")}\n`;
}
