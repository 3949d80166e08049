import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { withPlatform } from "../../platform-access/open-platform.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor } from "../integration/actor-options.ts";
import { addNumber, type VersionOptions } from "../integration/version-options.ts";
import { describeBundle } from "./describe-evidence.ts";
import { keysCommand, revokeKeyCommand, rotateKeyCommand } from "./key-commands.ts";
import { writeBundle } from "./write-bundle.ts";

/** `slipway evidence`: what proves a decision to anybody, and the keys that sign it. */
export function evidenceCommand(context: CommandContext): Command {
  const command = new Command("evidence")
    .summary("build, download and publish signed evidence; keep its keys")
    .description(
      'A bundle holds everything on which the approval of a version rests: run, verdicts, masked exchanges, manifest, design, sheet, decision. It is signed; anybody can verify it offline with "slipway verify" or openssl, as docs/verify-evidence.md says.',
    );
  const commands = [
    buildCommand,
    downloadCommand,
    publishCommand,
    keysCommand,
    rotateKeyCommand,
    revokeKeyCommand,
  ];
  for (const make of commands) command.addCommand(make(context));
  return command;
}

function buildCommand(context: CommandContext): Command {
  const command = new Command("build")
    .summary("build and sign the bundle of an approved version")
    .description(
      "One that was built before is given as it is, unless the key that signed it was revoked.",
    )
    .argument("<integration>", "its id")
    .option("--out <file>", "write the archive there as well")
    .action(async (id: string, options: VersionOptions & { readonly out?: string }) =>
      printAnswer(context, options, {
        ask: async (client) => {
          const bundle = await client.buildEvidence(id, options.number, actorOf(options));
          if (options.out !== undefined)
            await writeBundle(options.out, await client.downloadEvidence(id, options.number));
          return bundle;
        },
        describe: describeBundle,
      }),
    );
  return addAnswerOptions(addNumber(addActor(command)));
}

function downloadCommand(context: CommandContext): Command {
  const command = new Command("download")
    .summary("write a bundle that was built into a file")
    .argument("<integration>", "its id")
    .requiredOption("--out <file>", "where to write it")
    .action(
      async (
        id: string,
        options: AnswerOptions & { readonly number: number; readonly out: string },
      ) => {
        const bytes = await withPlatform(options, context.env, async ({ client }) =>
          client.downloadEvidence(id, options.number),
        );
        await writeBundle(options.out, bytes);
        context.screen.print(`${options.out}: ${bytes.length} bytes`);
      },
    );
  return addAnswerOptions(addNumber(command));
}

interface PublishOptions extends VersionOptions {
  readonly reason: string;
  readonly withdraw: boolean;
}

function publishCommand(context: CommandContext): Command {
  const command = new Command("publish")
    .summary("let anybody download a bundle at the public verification address")
    .argument("<integration>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record")
    .option("--withdraw", "let nobody without access download it any more", false)
    .action(async (id: string, options: PublishOptions) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.publishEvidence(id, options.number, {
            ...actorOf(options),
            reason: options.reason,
            isPublic: !options.withdraw,
          }),
        describe: describeBundle,
      }),
    );
  return addAnswerOptions(addNumber(addActor(command)));
}
