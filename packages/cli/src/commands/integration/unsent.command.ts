import { Command } from "commander";

import type { UnsentEvent } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

interface UnsentOptions extends AnswerOptions {
  readonly after?: string;
  readonly limit: number;
}

/** Shows what was not sent while an integration was held. */
export function unsentCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("unsent")
      .summary("show what was not sent while it was suspended or removed")
      .description("Oldest first. Nothing of it is sent later by itself.")
      .argument("<integration>", "its id")
      .option("--after <id>", "only those after this one")
      .option("--limit <n>", "how many at most", wholeNumber(1), 100)
      .action(async (id: string, { after, limit, ...options }: UnsentOptions) =>
        printAnswer(context, options, {
          ask: async (client) => ({
            unsentEvents: await client.listUnsentEvents(id, {
              limit,
              ...(after === undefined ? {} : { after }),
            }),
          }),
          describe: ({ unsentEvents }) => describeUnsent(unsentEvents),
        }),
      ),
  );
}

function describeUnsent(events: readonly UnsentEvent[]): string {
  if (events.length === 0) return "Everything was sent.";
  return textTable([
    ["id", "raised", "customer", "what", "concerns", "why"],
    ...events.map(({ id, raisedAt, customerId, kind, eventType, references, why }) => [
      id,
      raisedAt,
      customerId,
      eventType ?? kind,
      Object.entries(references)
        .map(([name, value]) => `${name} ${value}`)
        .join(", "),
      why,
    ]),
  ]);
}
