import type { Command } from "commander";

import type { WhoAndWhy } from "@slipway/platform-client";

/** Adds the options by which a change says who makes it, and why. */
export function addWhoAndWhy(command: Command): Command {
  return command
    .option("--by <name>", "with the admin token: who decides this; it stays on record")
    .requiredOption("--reason <text>", "why; it stays on record");
}

/** What those options were given. */
export function whoAndWhyOf({ by, reason }: WhoAndWhy): WhoAndWhy {
  return { ...(by === undefined ? {} : { by }), reason };
}
