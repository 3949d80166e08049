import { Option, type Command } from "commander";

import type { Actor } from "@slipway/platform-client";

import { UsageProblem } from "../../command-line.problems.ts";

/** The options by which a command says who acts: all of them, or none with a token that says it. */
export interface ActorOptions {
  readonly by?: string;
  readonly role?: Actor["role"];
  readonly of?: string;
}

/** Roles of people, as the platform has them. */
export const roles: readonly Actor["role"][] = [
  "partner-developer",
  "partner-admin",
  "customer-developer",
  "customer-admin",
  "reviewer",
  "partner-manager",
  "programme-owner",
  "operator",
];

/** Adds them. */
export function addActor(command: Command): Command {
  return command
    .option("--by <name>", "with the admin token: who does this; it stays on record")
    .addOption(new Option("--role <role>", "with the admin token: as what").choices(roles))
    .option(
      "--of <organisation>",
      'with the admin token: of which organisation; the programme\'s own is "programme"',
    );
}

/** What they were given, as a member of what is sent. */
export function actorOf({ by, role, of }: ActorOptions): { readonly actor?: Actor } {
  if (by === undefined && role === undefined && of === undefined) return {};
  if (by === undefined || role === undefined || of === undefined)
    throw new UsageProblem(
      "Expected --by, --role and --of together, or none of them with a token that says who acts, found some of them.",
    );
  return { actor: { name: by, role, organisation: of } };
}
