import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "./actor-options.ts";
import { describeLifecycle } from "./describe-lifecycle.ts";
import { readDesign } from "./read-design.ts";
import { addNumber, type VersionOptions } from "./version-options.ts";

/** Saves a design. */
export function designCommand(context: CommandContext): Command {
  const command = new Command("design")
    .summary("save the design of a version that is being drafted")
    .argument("<integration>", "its id")
    .requiredOption("--file <file>", "JSON file with the design")
    .action(async (id: string, options: VersionOptions & { readonly file: string }) => {
      const design = await readDesign(options.file);
      await printAnswer(context, options, {
        ask: async (client) =>
          client.saveDesign(id, options.number, { design, ...actorOf(options) }),
        describe: describeLifecycle,
      });
    });
  return addAnswerOptions(addNumber(addActor(command)));
}

/** Begins the next version. */
export function versionCommand(context: CommandContext): Command {
  const command = new Command("new-version")
    .summary("begin the next version; the one before stays what it is")
    .argument("<integration>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(
      async (id: string, options: AnswerOptions & ActorOptions & { readonly reason: string }) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.beginVersion(id, { ...actorOf(options), reason: options.reason }),
          describe: describeLifecycle,
        }),
    );
  return addAnswerOptions(addActor(command));
}
