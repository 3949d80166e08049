import { Command, Option } from "commander";

import type { RunReport } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { compareReports, notCompared } from "../../reports/compare-reports.ts";
import { describeSelection } from "../../reports/describe-part.ts";
import { jsonOf } from "../../reports/report-format.ts";
import { conclusionSentences } from "../../reports/verdict-signs.ts";
import { describeChanges } from "../describe-changes.ts";

interface CompareOptions extends PlatformChoice {
  readonly format: "text" | "json";
}

/** `slipway compare`: what is different between two runs. */
export function compareCommand(context: CommandContext): Command {
  const command = new Command("compare")
    .summary("say what changed from one run to another")
    .description(
      "Says for which requirements two runs came to different verdicts, each as its newest grading has it. Sends nothing and judges nothing.",
    )
    .argument("<before>", 'id of the earlier run; "slipway runs" lists them')
    .argument("<after>", "id of the later run")
    .addOption(new Option("--format <format>", "form").choices(["text", "json"]).default("text"))
    .action(async (earlier: string, later: string, options: CompareOptions) => {
      const [before, after] = await withPlatform(options, context.env, async ({ client }) => [
        await client.loadReport(earlier),
        await client.loadReport(later),
      ]);
      const changes = compareReports(before, after);
      const outside = notCompared(before, after);
      context.screen.print(
        options.format === "json"
          ? jsonOf({ before: earlier, after: later, changes, notCompared: outside })
          : [
              `Run ${later} (pack ${after.pack.version}) against run ${earlier} (pack ${before.pack.version})`,
              ...[before, after].flatMap((report) => describeCover(report)),
              describeChanges(changes),
              ...(outside.length === 0
                ? []
                : [
                    `Not compared, as a run covers them not at all or not whole: ${outside.length} requirements (${outside.join(", ")}).`,
                  ]),
              `Before: ${conclusionSentences[before.conclusion]}`,
              `Now:    ${conclusionSentences[after.conclusion]}`,
            ].join("\n"),
      );
    });
  return addPlatformOptions(command);
}

function describeCover({ runId, part }: RunReport): readonly string[] {
  return part === null
    ? []
    : [`Run ${runId} covers a part of its pack: ${describeSelection(part)}.`];
}
