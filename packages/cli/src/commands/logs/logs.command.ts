import { Command, Option } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { describeExchange } from "./describe-exchange.ts";
import { readLog, type LogQuery } from "./read-log.ts";

interface LogsOptions extends PlatformChoice, LogQuery {
  readonly full: boolean;
  readonly format: "text" | "json";
}

/** `slipway logs`: the recorded exchanges of a customer. */
export function logsCommand(context: CommandContext): Command {
  const { screen, env, stopping } = context;
  const command = new Command("logs")
    .summary("show a customer's recorded exchanges")
    .description(
      "Shows what crossed the boundary of a customer of a sandbox, in both directions, oldest first, one line for each exchange. Secrets and personal data are masked before anything is stored.",
    )
    .argument("<customer>", "customer id; validate shows those of its sandbox")
    .option("--run <id>", "only what belongs to this run")
    .option("--workflow <id>", "only what concerns this workflow", wholeNumber(1))
    .option("--person <id>", "only what concerns this person", wholeNumber(1))
    .option("--order <id>", "only what concerns this order")
    .option("--exchange <id>", "this exchange alone, as a finding names it")
    .addOption(
      new Option("--limit <count>", "how many of the newest")
        .argParser(wholeNumber(1))
        .default(100),
    )
    .option("--follow", "go on showing new exchanges until Ctrl-C", false)
    .option("--full", "with headers and bodies", false)
    .addOption(
      new Option("--format <format>", "text, or one JSON object a line")
        .choices(["text", "json"])
        .default("text"),
    )
    .action(async (customer: string, options: LogsOptions) => {
      await withPlatform(options, env, async ({ client }) => {
        for await (const exchange of readLog({ client, customer, query: options, stopping })) {
          screen.print(
            options.format === "json"
              ? JSON.stringify(exchange)
              : describeExchange(exchange, { screen, isFull: options.full }),
          );
        }
      });
    });
  return addPlatformOptions(command);
}
