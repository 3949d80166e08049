import { Command } from "commander";

import type { PlatformClient, TenantSwitch } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

interface TenantOptions extends AnswerOptions {
  readonly tenant: string;
}

/** `slipway switches`: how a tenant shows what is uncertain about the real ATS. */
export function switchesCommand(context: CommandContext): Command {
  const command = new Command("switches")
    .summary("show or set how a tenant behaves where the real ATS is uncertain")
    .description(
      "Not everything about the real ATS is known. Where it may turn out one way or another, a tenant can be set to each, so that an integration can be tried against all of them. docs/vendor-behaviour/switches.md says what is known.",
    );
  for (const one of [showCommand, setCommand])
    command.addCommand(
      addAnswerOptions(
        one(context).requiredOption("--tenant <customer>", "the customer id of the tenant"),
      ),
    );
  return command;
}

function showCommand(context: CommandContext): Command {
  return new Command("show")
    .summary("say how each switch is set, and how it could be")
    .action(async (options: TenantOptions) =>
      act(context, options, async (client) => client.listSwitches(options.tenant)),
    );
}

function setCommand(context: CommandContext): Command {
  return new Command("set")
    .summary("set one switch")
    .argument("<switch>", "such as deleteProfile")
    .argument("<setting>", "such as supported")
    .action(async (id: string, setting: string, options: TenantOptions) =>
      act(context, options, async (client) =>
        client.setSwitches(options.tenant, { [id]: setting }),
      ),
    );
}

async function act(
  context: CommandContext,
  options: TenantOptions,
  ask: (client: PlatformClient) => Promise<readonly TenantSwitch[]>,
): Promise<void> {
  await printAnswer(context, options, {
    ask: async (client) => ({ switches: await ask(client) }),
    describe: ({ switches }) =>
      textTable(
        switches.map(({ id, setting, values }) => [id, setting, othersOf(setting, values)]),
      ),
  });
}

function othersOf(setting: string, values: readonly string[]): string {
  return `or ${values.filter((value) => value !== setting).join(", ")}`;
}
