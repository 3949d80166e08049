import { Command } from "commander";

import type { Submission } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer } from "../answer-command.ts";
import { actorOf, addActor } from "../integration/actor-options.ts";
import { addNumber, type VersionOptions } from "../integration/version-options.ts";

/** `slipway submission`: what is handed in beside the run, and who answers for it. */
export function submissionCommand(context: CommandContext): Command {
  return new Command("submission")
    .summary("see what a submission still lacks, and confirm it")
    .addCommand(showCommand(context))
    .addCommand(confirmCommand(context));
}

function showCommand(context: CommandContext): Command {
  const command = new Command("show")
    .summary("show what is confirmed and what is missing")
    .argument("<integration>", "its id")
    .action(async (id: string, options: VersionOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.viewSubmission(id, options.number),
        describe: describeSubmission,
      }),
    );
  return addAnswerOptions(addNumber(command));
}

function confirmCommand(context: CommandContext): Command {
  const command = new Command("confirm")
    .summary("answer for one piece as it is now; a change of it ends that")
    .argument("<integration>", "its id")
    .requiredOption("--slot <id>", "which piece")
    .action(async (id: string, options: VersionOptions & { readonly slot: string }) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.confirmSlot(id, options.number, { slot: options.slot, ...actorOf(options) }),
        describe: describeSubmission,
      }),
    );
  return addAnswerOptions(addNumber(addActor(command)));
}

function describeSubmission({ version, slots, missing }: Submission): string {
  const table = textTable([
    ["slot", "state", "confirmed by", "to do"],
    ...slots.map(({ id, state, confirmedBy, toDo }) => [
      id,
      state,
      confirmedBy?.name ?? "",
      toDo ?? "",
    ]),
  ]);
  const lacks = missing.length === 0 ? "Nothing is missing." : `Missing: ${missing.join("; ")}.`;
  return `Submission of version ${version}\n${table}\n${lacks}`;
}
