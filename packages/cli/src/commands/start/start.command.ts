import { once } from "node:events";

import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { firstPort } from "../../parse-argument.ts";
import {
  dataFolderOf,
  portsFrom,
  withoutOwnSecrets,
} from "../../platform-access/platform-environment.ts";
import { spawnPlatform } from "../../platform-access/platform-process.ts";

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

async function serve(
  { data, port }: StartOptions,
  { env, stopping }: CommandContext,
): Promise<number> {
  const child = spawnPlatform(
    {
      ...withoutOwnSecrets(env),
      ...(port === undefined ? {} : portsFrom(port)),
      SLIPWAY_DATA: dataFolderOf(data, env),
    },
    ["ignore", "inherit", "inherit", "ipc"],
  );
  const stop = (): void => {
    child.kill("SIGTERM");
  };
  stopping.addEventListener("abort", stop, { once: true });
  if (stopping.aborted) stop();
  const [exitCode] = (await once(child, "close")) as [number | null];
  // Being stopped is how it is meant to end.
  return stopping.aborted ? 0 : (exitCode ?? 1);
}
