#!/usr/bin/env node
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

await run().catch((error: unknown) => {
  const fault = describeStartingFault(error);
  if (fault === undefined) throw error;
  process.stderr.write(fault.text);
  process.exitCode = fault.exitCode;
  // A parent's channel would keep the process from ending by itself.
  if (process.connected) process.disconnect();
});

async function run(): Promise<void> {
  const configuration = parseConfiguration(process.env);
  const log = openPlatformLog(configuration.logLevel);
  const platform = await startPlatform(configuration, log);
  stopOn(["SIGINT", "SIGTERM"], platform);
  const reach = reachOf(configuration);
  process.stdout.write(describe(platform, reach));
  const ready: ReadyMessage = {
    kind: "ready",
    addresses: platform.addresses,
    adminTokenFile: platform.adminToken.file,
    reach,
  };
  process.send?.(ready);
}

function stopOn(signals: readonly NodeJS.Signals[], platform: Platform): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void platform.stop().then(() => {
      if (process.connected) process.disconnect();
      process.exit(0);
    });
  };
  for (const signal of signals) process.on(signal, stop);
  // A child whose parent has died has nobody to serve.
  process.on("disconnect", stop);
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
