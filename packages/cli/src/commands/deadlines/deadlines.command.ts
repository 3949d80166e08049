import { Command, Option } from "commander";

import type { DeadlineOpening, WhoAndWhy } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { utcDate } from "../../utc-date.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { addWhoAndWhy, whoAndWhyOf } from "../who-and-why.ts";
import { describeDeadline, describeDeadlines } from "./describe-deadline.ts";

/** `slipway deadlines`: by when an integration has to do what. */
export function deadlinesCommand(context: CommandContext): Command {
  const command = new Command("deadlines")
    .summary("list, open, extend or clear deadlines of integrations")
    .description(
      "A revalidation is due 90 days after the mail server accepted its notice, a mandatory feature one year after its release. Reminders go out 60, 30, 14, 7 and 1 days before, and at the end. An overdue deadline waits for a person: nothing is suspended by itself.",
    );
  for (const make of [listCommand, showCommand, openCommand, extendCommand, clearCommand])
    command.addCommand(make(context));
  return command;
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list them, newest first")
      .option("--integration <id>", "only those of this integration")
      .action(async (options: AnswerOptions & { readonly integration?: string }) =>
        printAnswer(context, options, {
          ask: async (client) => ({ deadlines: await client.listDeadlines(options.integration) }),
          describe: ({ deadlines }) => describeDeadlines(deadlines),
        }),
      ),
  );
}

function showCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("show")
      .summary("show one with its history")
      .argument("<deadline>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.loadDeadline(id),
          describe: describeDeadline,
        }),
      ),
  );
}

interface OpenOptions extends AnswerOptions, WhoAndWhy {
  readonly kind: DeadlineOpening["kind"];
  readonly for: string;
  readonly to: string;
  readonly released?: string;
}

function openCommand(context: CommandContext): Command {
  const command = new Command("open")
    .summary("open one, and tell the partner by mail")
    .argument("<integration>", "its id")
    .addOption(
      new Option("--kind <kind>", "what is asked")
        .choices(["revalidation", "mandatory-feature"])
        .makeOptionMandatory(),
    )
    .requiredOption("--for <text>", "what has to be done, as the mail says it")
    .requiredOption("--to <address>", "address of whoever is told")
    .option("--released <date>", "when the mandatory feature was released, in UTC", utcDate)
    .action(async (integration: string, options: OpenOptions) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.openDeadline(integration, {
            kind: options.kind,
            subject: options.for,
            recipient: options.to,
            ...(options.released === undefined ? {} : { releasedAt: options.released }),
            ...whoAndWhyOf(options),
          }),
        describe: describeDeadline,
      }),
    );
  return addAnswerOptions(addWhoAndWhy(command));
}

function extendCommand(context: CommandContext): Command {
  const command = new Command("extend")
    .summary("give one a later date")
    .argument("<deadline>", "its id")
    .requiredOption("--until <date>", "the new date, in UTC", utcDate)
    .action(async (id: string, options: AnswerOptions & WhoAndWhy & { readonly until: string }) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.extendDeadline(id, { until: options.until, ...whoAndWhyOf(options) }),
        describe: describeDeadline,
      }),
    );
  return addAnswerOptions(addWhoAndWhy(command));
}

function clearCommand(context: CommandContext): Command {
  const command = new Command("clear")
    .summary("end one: what it asks is done, or no longer asked")
    .argument("<deadline>", "its id")
    .action(async (id: string, options: AnswerOptions & WhoAndWhy) =>
      printAnswer(context, options, {
        ask: async (client) => client.clearDeadline(id, whoAndWhyOf(options)),
        describe: describeDeadline,
      }),
    );
  return addAnswerOptions(addWhoAndWhy(command));
}
