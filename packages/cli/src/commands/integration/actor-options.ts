import { Option, type Command } from "commander";

import type { Actor } from "@slipway/platform-client";

/** The options by which a command says who acts. */
export interface ActorOptions {
  readonly by: string;
  readonly role: Actor["role"];
  readonly of: string;
}

const roles: readonly Actor["role"][] = [
  "partner-developer",
  "partner-admin",
  "customer-developer",
  "customer-admin",
  "reviewer",
  "partner-manager",
  "programme-owner",
];

/** Adds them. */
export function addActor(command: Command): Command {
  return command
    .requiredOption("--by <name>", "who does this; it stays on record")
    .addOption(new Option("--role <role>", "as what").choices(roles).makeOptionMandatory())
    .requiredOption(
      "--of <organisation>",
      'of which organisation; the programme\'s own is "programme"',
    );
}

/** What they were given. */
export function actorOf({ by, role, of }: ActorOptions): Actor {
  return { name: by, role, organisation: of };
}
