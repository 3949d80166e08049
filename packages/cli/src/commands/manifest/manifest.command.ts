import { Command, Option } from "commander";

import type { ObservedField } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { jsonOf } from "../../reports/report-format.ts";
import { textTable } from "../../text-table.ts";

interface ManifestOptions extends PlatformChoice {
  readonly format: "text" | "json" | "csv";
}

/** `slipway manifest`: declared against observed. */
export function manifestCommand(context: CommandContext): Command {
  const { screen } = context;
  const command = new Command("manifest")
    .summary("hold the field manifest against what a run used")
    .description(
      "Prints every field that the manifest declares or that the run's calls used, with how often and whether the two agree.",
    )
    .argument("<run>", 'id of a run that has ended; "slipway runs" lists them')
    .addOption(
      new Option("--format <format>", "form").choices(["text", "json", "csv"]).default("text"),
    )
    .action(async (run: string, { format, ...choice }: ManifestOptions) => {
      await withPlatform(choice, context.env, async ({ client }) => {
        screen.print(
          format === "csv"
            ? await client.printManifest(run)
            : printed[format](await client.loadManifest(run)),
        );
      });
    });
  return addPlatformOptions(command);
}

const printed = { text: describeFields, json: jsonOf } as const;

function describeFields(fields: readonly ObservedField[]): string {
  const header = ["FIELD", "DECLARED", "READ", "BY DEFAULT", "WRITTEN", "REFUSED", "FINDING"];
  const rows = fields.map((one) => [
    `${one.profileType}.${one.field}`,
    one.declared ?? "-",
    String(one.requested),
    String(one.deliveredByDefault),
    String(one.written),
    String(one.writeRefused),
    one.finding,
  ]);
  return textTable([header, ...rows]);
}
