import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "./actor-options.ts";

/** Says who is told. */
export function contactCommand(context: CommandContext): Command {
  const command = new Command("contact")
    .summary("say who is told about it")
    .argument("<integration>", "its id")
    .argument("<address>", "mail address")
    .action(async (id: string, contact: string, options: AnswerOptions & ActorOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.changeContact(id, { contact, ...actorOf(options) }),
        describe: (integration) =>
          `Integration ${integration.id}: "${integration.name}" notices go to ${integration.contact ?? ""}.`,
      }),
    );
  return addAnswerOptions(addActor(command));
}
