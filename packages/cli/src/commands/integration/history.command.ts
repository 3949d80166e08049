import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { exitCodes } from "../../exit-codes.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { describeHistory, describeVerification } from "./describe-lifecycle.ts";

/** Shows what happened. */
export function historyCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("history")
      .summary("show all that happened to one")
      .argument("<integration>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => ({ history: await client.listHistory(id) }),
          describe: ({ history }) => describeHistory(history),
        }),
      ),
  );
}

/** Verifies what is on record. */
export function verifyCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("verify-history")
      .summary("compute the hash of every entry of the history anew")
      .action(async (options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => {
            const verification = await client.verifyHistory();
            if (verification.kind === "broken") context.endWith(exitCodes.findings);
            return verification;
          },
          describe: describeVerification,
        }),
      ),
  );
}
