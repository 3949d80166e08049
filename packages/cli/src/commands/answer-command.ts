import { Option, type Command } from "commander";

import type { PlatformClient } from "@slipway/platform-client";

import type { CommandContext } from "../command-context.ts";
import { withPlatform, type PlatformChoice } from "../platform-access/open-platform.ts";
import { addPlatformOptions } from "../platform-access/platform-options.ts";
import { jsonOf } from "../reports/report-format.ts";

/** The options of every command that prints one answer of the platform. */
export interface AnswerOptions extends PlatformChoice {
  readonly format: "text" | "json";
}

/** Adds them. */
export function addAnswerOptions(command: Command): Command {
  return addPlatformOptions(
    command.addOption(
      new Option("--format <format>", "form").choices(["text", "json"]).default("text"),
    ),
  );
}

/** Asks the platform and prints its answer, as JSON or as `describe` puts it. */
export async function printAnswer<Answer extends object>(
  { screen, env }: CommandContext,
  options: AnswerOptions,
  {
    ask,
    describe,
  }: {
    readonly ask: (client: PlatformClient) => Promise<Answer>;
    readonly describe: (answer: Answer) => string;
  },
): Promise<void> {
  const answer = await withPlatform(options, env, async ({ client }) => ask(client));
  screen.print(options.format === "json" ? jsonOf(answer) : describe(answer));
}
