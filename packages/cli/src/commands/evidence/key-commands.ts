import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { UsageProblem } from "../../command-line.problems.ts";
import { withPlatform } from "../../platform-access/open-platform.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";
import { describeKeys } from "./describe-evidence.ts";

/** Lists the public keys. */
export function keysCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("keys")
      .summary("list the public keys; --format json is what slipway verify takes")
      .option("--pem <key>", "print this one alone, as openssl reads it")
      .action(async (options: AnswerOptions & { readonly pem?: string }) => {
        const { pem } = options;
        if (pem === undefined)
          return printAnswer(context, options, {
            ask: async (client) => client.listEvidenceKeys(),
            describe: describeKeys,
          });
        const { keys } = await withPlatform(options, context.env, async ({ client }) =>
          client.listEvidenceKeys(),
        );
        const key = keys.find(({ id }) => id === pem);
        if (key === undefined)
          throw new UsageProblem(
            `Expected the id of a key (${keys.map(({ id }) => id).join(", ") || "there is none yet"}), found ${JSON.stringify(pem)}.`,
          );
        context.screen.print(key.publicKey.trimEnd());
        return undefined;
      }),
  );
}

interface ChangeOptions extends AnswerOptions, ActorOptions {
  readonly reason: string;
}

/** Puts a new key in place of the one that signs. */
export function rotateKeyCommand(context: CommandContext): Command {
  const command = new Command("rotate-key")
    .summary("sign with a new key from now on; what the old one signed stays valid")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(async (options: ChangeOptions) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.rotateEvidenceKey({ ...actorOf(options), reason: options.reason }),
        describe: describeKeys,
      }),
    );
  return addAnswerOptions(addActor(command));
}

/** Says that a key proves nothing any more. */
export function revokeKeyCommand(context: CommandContext): Command {
  const command = new Command("revoke-key")
    .summary("say that nothing this key has signed proves anything any more")
    .argument("<key>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record, and is published")
    .action(async (id: string, options: ChangeOptions) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.revokeEvidenceKey(id, { ...actorOf(options), reason: options.reason }),
        describe: describeKeys,
      }),
    );
  return addAnswerOptions(addActor(command));
}
