import { Command, Option } from "commander";

import type { NewOrganisation, Organisation } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

/** `slipway organisation`: who has people and integrations here. */
export function organisationCommand(context: CommandContext): Command {
  const command = new Command("organisation")
    .summary("add and list organisations")
    .description(
      'Integrations belong to organisations, and so do the people who work on them. Developer Support\'s own is "programme", which is there from the start.',
    );
  for (const make of [addCommand, listCommand]) command.addCommand(make(context));
  return command;
}

function addCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("add")
      .summary("add one; what was registered under its name before is its own from then on")
      .argument("<name>", "its name; no two have the same")
      .addOption(
        new Option("--kind <kind>", "of which kind")
          .choices(["partner", "customer"])
          .default("partner"),
      )
      .action(async (name: string, options: AnswerOptions & Pick<NewOrganisation, "kind">) =>
        printAnswer(context, options, {
          ask: async (client) => client.addOrganisation({ name, kind: options.kind }),
          describe: (organisation) => describeOrganisations([organisation]),
        }),
      ),
  );
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list").summary("list those you may see").action(async (options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => ({ organisations: await client.listOrganisations() }),
        describe: ({ organisations }) => describeOrganisations(organisations),
      }),
    ),
  );
}

function describeOrganisations(organisations: readonly Organisation[]): string {
  return textTable([
    ["organisation", "kind", "since"],
    ...organisations.map(({ name, kind, createdAt }) => [name, kind, createdAt ?? "the start"]),
  ]);
}
