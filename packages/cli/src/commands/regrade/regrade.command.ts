import { Command, Option } from "commander";

import type { PlatformClient, RunReport } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { compareReports } from "../../reports/compare-reports.ts";
import { exitCodeOf } from "../../reports/exit-code-of.ts";
import { jsonOf } from "../../reports/report-format.ts";
import { conclusionSentences } from "../../reports/verdict-signs.ts";
import { describeChanges } from "../describe-changes.ts";

interface RegradeOptions extends PlatformChoice {
  readonly pack: string;
  readonly format: "text" | "json";
}

/** `slipway regrade`: judges a run anew, from the record. */
export function regradeCommand(context: CommandContext): Command {
  const command = new Command("regrade")
    .summary("judge a run anew under another pack")
    .description(
      "Judges a finished run under another version of its requirement pack, from the record alone: nothing is sent. Says what changed against the grading before, which stays. Ends like validate.",
    )
    .argument("<run>", 'id of the run; "slipway runs" lists them')
    .requiredOption("--pack <version>", "version of the requirement pack")
    .addOption(new Option("--format <format>", "form").choices(["text", "json"]).default("text"))
    .action(async (run: string, options: RegradeOptions) => {
      const { before, after } = await withPlatform(options, context.env, async ({ client }) =>
        regrade(client, run, options.pack),
      );
      const changes = compareReports(before, after);
      context.screen.print(
        options.format === "json"
          ? jsonOf({ runId: run, from: before.pack, to: after.pack, changes, report: after })
          : [
              `Run ${run}: graded under pack ${after.pack.version}, before under ${before.pack.version}`,
              describeChanges(changes),
              `Before: ${conclusionSentences[before.conclusion]}`,
              `Now:    ${conclusionSentences[after.conclusion]}`,
            ].join("\n"),
      );
      context.endWith(exitCodeOf[after.conclusion]);
    });
  return addPlatformOptions(command);
}

async function regrade(
  client: PlatformClient,
  run: string,
  pack: string,
): Promise<{ readonly before: RunReport; readonly after: RunReport }> {
  const before = await client.loadReport(run);
  const { id } = await client.regradeRun(run, pack);
  return { before, after: await client.loadReport(run, id) };
}
