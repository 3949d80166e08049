import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "./actor-options.ts";
import { describeLifecycle } from "./describe-lifecycle.ts";
import { addNumber, type VersionOptions } from "./version-options.ts";

/** Opens an item. */
export function askCommand(context: CommandContext): Command {
  const command = new Command("ask")
    .summary("open an item about a version; while one is open nothing is approved")
    .argument("<integration>", "its id")
    .argument("<question>", "what is asked")
    .requiredOption("--about <text>", "a field, an exchange, a requirement")
    .action(
      async (id: string, question: string, options: VersionOptions & { readonly about: string }) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.openReviewItem(id, options.number, {
              about: options.about,
              question,
              ...actorOf(options),
            }),
          describe: describeLifecycle,
        }),
    );
  return addAnswerOptions(addNumber(addActor(command)));
}

/** Answers an item. */
export function answerCommand(context: CommandContext): Command {
  const command = new Command("answer")
    .summary("answer an open item and close it")
    .argument("<integration>", "its id")
    .argument("<item>", "id of the item")
    .requiredOption("--text <answer>", "the answer")
    .action(
      async (
        id: string,
        item: string,
        options: AnswerOptions & ActorOptions & { readonly text: string },
      ) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.closeReviewItem(id, item, { answer: options.text, ...actorOf(options) }),
          describe: describeLifecycle,
        }),
    );
  return addAnswerOptions(addActor(command));
}
