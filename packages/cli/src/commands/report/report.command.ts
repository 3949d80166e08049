import { Command, Option } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { printReport, reportFormats, type ReportFormat } from "../../reports/report-format.ts";
import { writeReports } from "../../reports/write-reports.ts";

interface ReportOptions extends PlatformChoice {
  readonly format: ReportFormat;
  readonly report?: string;
}

/** `slipway report`: what a run found. */
export function reportCommand(context: CommandContext): Command {
  const { screen } = context;
  const command = new Command("report")
    .summary("print what a run found")
    .description("Prints the report of a run, as its newest grading has it.")
    .argument("<run>", 'id of the run; "slipway runs" lists them')
    .addOption(
      new Option("--format <format>", "form of the report").choices(reportFormats).default("text"),
    )
    .option("--report <folder>", "write report.html, report.json and junit.xml into this folder")
    .action(async (run: string, options: ReportOptions) => {
      await withPlatform(options, context.env, async ({ client }) => {
        const report = await client.loadReport(run);
        await printReport(report, { client, screen, format: options.format });
        if (options.report === undefined) return;
        const files = await writeReports(client, report, options.report);
        screen.say(`Reports: ${files.join(", ")}`);
      });
    });
  return addPlatformOptions(command);
}
