import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { maintenanceEnvironment } from "../../platform-access/platform-environment.ts";
import { runPlatformProcess } from "../../platform-access/run-platform-process.ts";

interface BackupOptions {
  readonly data?: string;
  readonly withKeys?: true;
}

/** `slipway backup`: everything that an installation keeps, in one file. */
export function backupCommand({ env, stopping, endWith }: CommandContext): Command {
  return new Command("backup")
    .summary("write everything that the installation keeps into one file")
    .description(
      "Writes every table of the installation's database into one archive, as of one moment, while the platform goes on serving. The keys stay outside unless --with-keys is given: keep them somewhere else, since without them nobody can read the partners' credentials.",
    )
    .argument("<file>", "archive to write (tar); must not be there yet")
    .option("--data <folder>", "data folder (default: SLIPWAY_DATA, else .slipway)")
    .option("--with-keys", "put the keys and the admin token into the archive too")
    .action(async (file: string, { data, withKeys }: BackupOptions) => {
      const words = ["backup", file, ...(withKeys === true ? ["--with-keys"] : [])];
      const exitCode = await runPlatformProcess(maintenanceEnvironment(data, env), words, stopping);
      endWith(exitCode ?? 1);
    });
}
