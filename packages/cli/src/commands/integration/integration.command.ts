import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { contactCommand } from "./contact.command.ts";
import { designCommand, versionCommand } from "./design.command.ts";
import { describeLifecycle } from "./describe-lifecycle.ts";
import { historyCommand, verifyCommand } from "./history.command.ts";
import { moveCommand } from "./move.command.ts";
import { customerCommand, registerCommand } from "./register.command.ts";
import { answerCommand, askCommand } from "./review.command.ts";
import { unsentCommand } from "./unsent.command.ts";

/** `slipway integration`: from the first design to a designation, and what keeps it. */
export function integrationCommand(context: CommandContext): Command {
  const command = new Command("integration")
    .summary("register an integration, design it, review it, decide on it")
    .description(
      'An integration goes from design to review, building, submission and decision, version by version; its standing from designation to revalidation, suspension and back. "slipway integration show" says what may happen next, and who may make it happen.',
    );
  const commands = [
    registerCommand,
    contactCommand,
    showCommand,
    designCommand,
    moveCommand,
    versionCommand,
    askCommand,
    answerCommand,
    historyCommand,
    verifyCommand,
    unsentCommand,
    customerCommand,
  ];
  for (const make of commands) command.addCommand(make(context));
  return command;
}

function showCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("show")
      .summary("show where one stands, and what may follow")
      .argument("<integration>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.loadLifecycle(id),
          describe: describeLifecycle,
        }),
      ),
  );
}
