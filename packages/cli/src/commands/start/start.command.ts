import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { firstPort } from "../../parse-argument.ts";
import {
  dataFolderOf,
  portsFrom,
  withoutOwnSecrets,
} from "../../platform-access/platform-environment.ts";
import { runPlatformProcess } from "../../platform-access/run-platform-process.ts";

interface StartOptions {
  readonly data?: string;
  readonly port?: number;
}

/** `slipway start`: serves until it is stopped. */
export function startCommand(context: CommandContext): Command {
  return new Command("start")
    .summary("serve the platform until Ctrl-C")
    .description(
      "Starts the platform on this machine and serves until Ctrl-C: the platform API and two regions of the sandbox. Settings come from the environment (SLIPWAY_…, DATABASE_URL); the options go before them.",
    )
    .option("--data <folder>", "data folder (default: SLIPWAY_DATA, else .slipway)")
    .option(
      "--port <port>",
      "port of the platform API; the two regions take the next two (default: 8700); 0 takes free ones",
      firstPort,
    )
    .action(async (options: StartOptions) => {
      context.endWith(await serve(options, context));
    });
}

async function serve({ data, port }: StartOptions, context: CommandContext): Promise<number> {
  const { env, stopping } = context;
  const exitCode = await runPlatformProcess(
    {
      ...withoutOwnSecrets(env),
      ...(port === undefined ? {} : portsFrom(port)),
      SLIPWAY_DATA: dataFolderOf(data, env),
    },
    [],
    stopping,
  );
  // Being stopped is how it is meant to end; not to have finished by then is not.
  return stopping.aborted && exitCode === undefined ? 0 : (exitCode ?? 1);
}
