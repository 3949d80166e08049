import { tableAt } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

const source = "packages/programme/src/sandboxes/misuse/misuse-rules.ts";

interface MisuseRule {
  readonly noticed: string;
  readonly explanation: string;
  readonly toDo: string;
}

const intro = `${generatedFrom(`\`${source}\``)}

# Signs of misuse

What a sandbox may be used for stands in [sandbox-policy.md](sandbox-policy.md). \`slipway sandbox show\` and
\`GET /sandboxes/:id/use\` look, each time they are asked, for the signs below in what the sandbox's calls left on record, and
name the rule, the calls and what was found, without what could name a person. A sign is no verdict and nothing follows
from it by itself: a person judges it, and may withdraw the sandbox with a reason.
`;

/** Writes `docs/misuse-signals.md`: by what a forbidden use is noticed, and what to do then. */
export const misuseSignalsPage: Page = {
  path: "docs/misuse-signals.md",
  render: async (root) => {
    // The constant of that name; its own package types it.
    const rules = (await tableAt(root, source, "misuseRules")) as
      | Readonly<Record<string, MisuseRule>>
      | undefined;
    if (rules === undefined) return undefined;
    const rows = Object.entries(rules).map(([id, rule]) => [
      `\`${id}\``,
      rule.noticed,
      rule.explanation,
      rule.toDo,
    ]);
    const table = markdownTable(["rule", "noticed by", "what it may mean", "what to do"], rows);
    return [intro, table, ""].join("\n");
  },
};
