import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { maintenanceEnvironment } from "../../platform-access/platform-environment.ts";
import { runPlatformProcess } from "../../platform-access/run-platform-process.ts";

interface RestoreOptions {
  readonly data?: string;
}

/** `slipway restore`: an installation from its backup. */
export function restoreCommand({ env, stopping, endWith }: CommandContext): Command {
  return new Command("restore")
    .summary("make an installation from a backup")
    .description(
      "Restores a backup into a new data folder, or into the empty database that DATABASE_URL names, and brings it to this version. All of it or nothing: whatever goes wrong leaves the database empty. Calls to partners that had not ended when the backup was made are given up, never sent again.",
    )
    .argument("<file>", "archive that `slipway backup` wrote")
    .option("--data <folder>", "new data folder (default: SLIPWAY_DATA, else .slipway)")
    .action(async (file: string, { data }: RestoreOptions) => {
      const environment = maintenanceEnvironment(data, env);
      endWith((await runPlatformProcess(environment, ["restore", file], stopping)) ?? 1);
    });
}
