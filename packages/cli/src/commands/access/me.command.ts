import { Command } from "commander";

import type { Me } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

/** `slipway me`: as whom one calls. */
export function meCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("me").summary("say as whom you call").action(async (options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.showMe(),
        describe: describeMe,
      }),
    ),
  );
}

function describeMe(me: Me): string {
  if (me.kind === "installation")
    return "The installation's admin token: an operator, who may act in anybody's name.";
  return [
    `${me.name}, ${me.role} of ${me.organisation}`,
    `token ${me.tokenId}, until ${me.expiresAt}, good for ${me.scopes.join(", ")}`,
  ].join("\n");
}
