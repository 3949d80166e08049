import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { UsageProblem } from "../../command-line.problems.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { utcDate } from "../../utc-date.ts";
import { addAnswerOptions, printAnswer } from "../answer-command.ts";
import { actorOf, addActor } from "./actor-options.ts";
import { describeLifecycle } from "./describe-lifecycle.ts";
import { readDesign } from "./read-design.ts";
import { addNumber, type VersionOptions } from "./version-options.ts";

interface MoveOptions extends VersionOptions {
  readonly reason: string;
  readonly file?: string;
  readonly run?: string;
  readonly confirmedBy?: string;
  readonly replacedBy?: number;
  readonly until?: string;
  readonly deadline?: string;
}

/** Events of the standing; all others are of a version. */
const standingEvents: ReadonlySet<string> = new Set([
  "designate",
  "extend-deadline",
  "suspend",
  "reinstate",
  "remove",
]);

/** Events that have a command of their own. */
const commandOf: Readonly<Record<string, string>> = {
  "ask-revalidation": "slipway revalidation open",
  "withdraw-revalidation": "slipway revalidation withdraw",
};

/** Lets an event happen to a version or to the standing. */
export function moveCommand(context: CommandContext): Command {
  const command = new Command("move")
    .summary("let an event happen; what may happen is shown by show")
    .argument("<integration>", "its id")
    .argument("<event>", "such as submit-design, approve-design, submit-validation, suspend")
    .option("--reason <text>", "why; it stays on record", "")
    .option("--file <file>", "change-design: JSON file with the new design")
    .option("--run <run>", "submit-validation: id of the run that proves it")
    .option(
      "--confirmed-by <name>",
      "submit-validation: who confirms the manifest, the enablement sheet, and that nothing is hard-coded",
    )
    .option("--replaced-by <n>", "replace: the version that takes its place", wholeNumber(1))
    .option("--until <date>", "extend-deadline: the new date, in UTC", utcDate)
    .option("--deadline <deadline>", "extend-deadline: which of several (default: due first)")
    .action(async (id: string, event: string, options: MoveOptions) => {
      const { file, run, confirmedBy, replacedBy, until, deadline } = options;
      const elsewhere = commandOf[event];
      if (elsewhere !== undefined)
        throw new UsageProblem(`Expected "${elsewhere}" to do ${event}, found "integration move".`);
      const design = file === undefined ? undefined : await readDesign(file);
      const move = { event, ...actorOf(options), reason: options.reason };
      await printAnswer(context, options, {
        ask: async (client) =>
          standingEvents.has(event)
            ? client.moveStanding(id, {
                ...move,
                ...(until === undefined ? {} : { until }),
                ...(deadline === undefined ? {} : { deadlineId: deadline }),
              })
            : client.moveVersion(id, options.number, {
                ...move,
                ...(design === undefined ? {} : { design }),
                ...(run === undefined ? {} : { runId: run }),
                ...(confirmedBy === undefined ? {} : { confirmedBy }),
                ...(replacedBy === undefined ? {} : { replacedBy }),
              }),
        describe: describeLifecycle,
      });
    });
  return addAnswerOptions(addNumber(addActor(command)));
}
