import { Command, Option } from "commander";

import type { ImpactQuestion } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { UsageProblem } from "../../command-line.problems.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { jsonOf } from "../../reports/report-format.ts";
import { describeImpact } from "./describe-impact.ts";
import { readDraftFile } from "./read-draft-file.ts";

interface ImpactOptions extends PlatformChoice {
  readonly framework: string;
  readonly pack?: string;
  readonly draft?: string;
  readonly all: boolean;
  readonly format: "text" | "json" | "csv";
}

/** `slipway impact`: whom a new rule would fail, before it binds. */
export function impactCommand(context: CommandContext): Command {
  const { screen } = context;
  const command = new Command("impact")
    .summary("say what a draft pack would change for the runs on record")
    .description(
      "Judges the record of finished runs under a draft of a requirement pack and says what would change: new failures, new passes, and what the runs hold nothing of. Calls no partner and stores nothing.",
    )
    .option("--framework <id>", "framework of the pack", "prime-assessment")
    .addOption(
      new Option("--pack <version>", "a pack of the framework, such as 2026.3-draft").conflicts(
        "draft",
      ),
    )
    .option("--draft <file>", "a draft from a JSON file")
    .option("--all", "every finished run (default: the newest of each integration)", false)
    .addOption(
      new Option("--format <format>", "form").choices(["text", "json", "csv"]).default("text"),
    )
    .addHelpText("after", impactHelp)
    .action(async (options: ImpactOptions) => {
      const question = await questionOf(options);
      const printed = await withPlatform(options, context.env, async ({ client }) => {
        if (options.format === "csv") return client.printImpact(question);
        const impact = await client.loadImpact(question);
        return options.format === "json" ? jsonOf(impact) : describeImpact(impact, screen);
      });
      screen.print(printed);
    });
  return addPlatformOptions(command);
}

async function questionOf({ framework, pack, draft, all }: ImpactOptions): Promise<ImpactQuestion> {
  const scope = all ? "all" : "newest";
  if (draft !== undefined)
    return { framework, draft: { content: await readDraftFile(draft) }, scope };
  if (pack !== undefined) return { framework, draft: { version: pack }, scope };
  throw new UsageProblem(
    'Expected --pack VERSION or --draft FILE, found neither. "slipway impact --help" shows a draft.',
  );
}

const impactHelp = `
Example of a draft, in which everything but version, title and requirements may be left out; it is then as in the newest pack
of the framework, as are title and duties of a requirement whose id that has:
  {
    "version": "2027.1-draft",
    "title": "Prime assessments 2027.1 (draft)",
    "settings": { "answerBudgetMs": 2000 },
    "requirements": [
      { "id": "PA-UC2-1", "severity": "must", "checks": ["orders.refuses-repeated-order"] },
      { "id": "PA-UC2-8", "title": "A late repeat begins nothing new", "severity": "must",
        "checks": ["orders.answers-late-repeat"] }
    ]
  }
  docs/checks.md lists the checks. Each fault of a draft is told with its place.
`;
