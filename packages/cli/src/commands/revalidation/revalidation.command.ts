import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";
import { describeRevalidation, describeRevalidations } from "./describe-revalidation.ts";

/** `slipway revalidation`: what integrations have to prove again. */
export function revalidationCommand(context: CommandContext): Command {
  const command = new Command("revalidation")
    .summary("ask for a revalidation, declare a change, take one back, list them")
    .description(
      "What Developer Support asks for, and what a declared change or an upheld report asks for, is due 90 days after the mail server accepted the notice; a mandatory feature one year after its release. A partner begins one by itself at any time, without a date. A new version of the integration proves it, under the newest pack of its framework; the designation that follows ends it.",
    );
  for (const make of [openCommand, declareCommand, withdrawCommand, listCommand])
    command.addCommand(make(context));
  return command;
}

interface OpenOptions extends AnswerOptions, ActorOptions {
  readonly for: string;
  readonly reason: string;
}

function openCommand(context: CommandContext): Command {
  const command = new Command("open")
    .summary("ask for one; as partner-admin, begin one without a date")
    .argument("<integration>", "its id")
    .requiredOption("--for <text>", "what it is for, as the mail says it")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(async (integration: string, options: OpenOptions) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.openRevalidation(integration, {
            subject: options.for,
            reason: options.reason,
            ...actorOf(options),
          }),
        describe: describeRevalidation,
      }),
    );
  return addAnswerOptions(addActor(command));
}

function declareCommand(context: CommandContext): Command {
  const command = new Command("declare-change")
    .summary("declare a change of an integration, which asks for a revalidation")
    .argument("<integration>", "its id")
    .requiredOption("--change <text>", "what changes")
    .action(
      async (
        integration: string,
        options: AnswerOptions & ActorOptions & { readonly change: string },
      ) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.declareChange(integration, { change: options.change, ...actorOf(options) }),
          describe: describeRevalidation,
        }),
    );
  return addAnswerOptions(addActor(command));
}

function withdrawCommand(context: CommandContext): Command {
  const command = new Command("withdraw")
    .summary("take one back that is asked for no longer; its deadline is cleared")
    .argument("<revalidation>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(
      async (id: string, options: AnswerOptions & ActorOptions & { readonly reason: string }) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.withdrawRevalidation(id, { reason: options.reason, ...actorOf(options) }),
          describe: describeRevalidation,
        }),
    );
  return addAnswerOptions(addActor(command));
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list them, newest first")
      .option("--integration <id>", "only those of this integration")
      .action(async (options: AnswerOptions & { readonly integration?: string }) =>
        printAnswer(context, options, {
          ask: async (client) => ({
            revalidations: await client.listRevalidations(options.integration),
          }),
          describe: ({ revalidations }) => describeRevalidations(revalidations),
        }),
      ),
  );
}
