import { readFile } from "node:fs/promises";

import { Command, Option } from "commander";

import type { ReleaseDraft } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { UsageProblem } from "../../command-line.problems.ts";
import { commaSeparated } from "../../parse-argument.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";
import { describeAudience, describeRelease, describeReleases } from "./describe-release.ts";

/** `slipway release`: new features, and whom they concern. */
export function releaseCommand(context: CommandContext): Command {
  const command = new Command("release")
    .summary("draft a feature release, see whom it concerns, publish it, list the release notes")
    .description(
      "A draft tells nobody. Published, a release is told by mail to every integration that was validated before with its framework and connector type, once, and never changed. A mandatory feature asks each of them for a revalidation within one year.",
    );
  for (const make of [draftCommand, affectedCommand, publishCommand, listCommand])
    command.addCommand(make(context));
  return command;
}

interface DraftOptions extends AnswerOptions, ActorOptions {
  readonly what: string;
  readonly notes: string;
  readonly framework: string;
  readonly types: readonly string[];
  readonly mandatory?: true;
}

function draftCommand(context: CommandContext): Command {
  const command = new Command("draft")
    .summary("write one down; nobody is told yet")
    .argument("<title>", "its name; no two of a framework have the same")
    .requiredOption("--what <text>", "what it is, as the mail says it")
    .requiredOption("--notes <file>", "file with the release notes")
    .requiredOption("--framework <id>", "the framework whose integrations it concerns")
    .requiredOption(
      "--types <types>",
      "connector types, as prime or prime,standard",
      commaSeparated,
    )
    .option("--mandatory", "asks for a revalidation within one year; for prime alone")
    .action(async (title: string, options: DraftOptions) => {
      const draft = {
        title,
        whatItIs: options.what,
        notes: await readNotes(options.notes),
        isMandatory: options.mandatory ?? false,
        framework: options.framework,
        connectorTypes: options.types.map(connectorType),
        ...actorOf(options),
      };
      await printAnswer(context, options, {
        ask: async (client) => client.draftRelease(draft),
        describe: describeRelease,
      });
    });
  return addAnswerOptions(addActor(command));
}

function affectedCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("affected")
      .summary("show whom a draft would concern, or whom a published one was told to")
      .argument("<release>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.loadAudience(id),
          describe: describeAudience,
        }),
      ),
  );
}

function publishCommand(context: CommandContext): Command {
  const command = new Command("publish")
    .summary("publish one and tell all whom it concerns; look at them with affected first")
    .argument("<release>", "its id")
    .action(async (id: string, options: AnswerOptions & ActorOptions) =>
      printAnswer(context, options, {
        ask: async (client) => {
          const release = await client.publishRelease(id, { ...actorOf(options) });
          return { release, audience: await client.loadAudience(id) };
        },
        describe: ({ release, audience }) =>
          `${describeRelease(release)}\n${describeAudience(audience)}`,
      }),
    );
  return addAnswerOptions(addActor(command));
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list the release notes, newest first")
      .addOption(new Option("--drafts", "what is not published yet"))
      .action(async (options: AnswerOptions & { readonly drafts?: true }) =>
        printAnswer(context, options, {
          ask: async (client) => ({
            releases: await client.listReleases(options.drafts ? "draft" : "published"),
          }),
          describe: ({ releases }) => describeReleases(releases),
        }),
      ),
  );
}

async function readNotes(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new UsageProblem(`Expected a file with the release notes at ${file}, found none.`);
  });
}

function connectorType(type: string): ReleaseDraft["connectorTypes"][number] {
  if (type === "prime" || type === "standard") return type;
  throw new UsageProblem(`Expected connector types out of prime, standard, found "${type}".`);
}
