import { Command, Option } from "commander";

import type { Account } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { roles } from "../integration/actor-options.ts";

/** `slipway account`: the people of organisations. */
export function accountCommand(context: CommandContext): Command {
  const command = new Command("account")
    .summary("add and list the people of organisations")
    .description(
      "A person has one role in an organisation; which ones there are follows from the organisation's kind. docs/access.md says who may do what.",
    );
  for (const make of [addCommand, listCommand]) command.addCommand(make(context));
  return command;
}

interface AddOptions extends AnswerOptions {
  readonly of?: string;
  readonly role: Account["role"];
}

function addCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("add")
      .summary("give a person a place in an organisation")
      .argument("<name>", "the person's name")
      .addOption(new Option("--role <role>", "as what").choices(roles).makeOptionMandatory())
      .option("--of <organisation>", "in which organisation (default: your own)")
      .action(async (name: string, options: AddOptions) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.addAccount({
              name,
              role: options.role,
              ...(options.of === undefined ? {} : { organisation: options.of }),
            }),
          describe: (account) => describeAccounts([account]),
        }),
      ),
  );
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list").summary("list those you may see").action(async (options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => ({ accounts: await client.listAccounts() }),
        describe: ({ accounts }) =>
          accounts.length === 0 ? "No accounts." : describeAccounts(accounts),
      }),
    ),
  );
}

function describeAccounts(accounts: readonly Account[]): string {
  return textTable([
    ["account", "role", "organisation", "name"],
    ...accounts.map(({ id, role, organisation, name }) => [id, role, organisation.name, name]),
  ]);
}
