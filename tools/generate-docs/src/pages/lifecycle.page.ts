import { existsSync } from "node:fs";
import { join } from "node:path";

import { exportedBy } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

interface Row {
  readonly from: string;
  readonly on: string;
  readonly by: readonly string[];
  readonly to: string;
  readonly path?: string;
  readonly guards?: readonly string[];
}

const source = "packages/programme/src/index.ts";

/** `docs/lifecycle.md`: from the first design to a designation, and what keeps it. */
export const lifecyclePage: Page = {
  path: "docs/lifecycle.md",
  render: async (root) => {
    if (!existsSync(join(root, source))) return undefined;
    const exports = await exportedBy(root, source);
    // The constants of these names; their own package types them.
    const versions = exports["versionTransitions"] as readonly Row[];
    const standings = exports["standingTransitions"] as readonly Row[];
    const listings = exports["listingTransitions"] as readonly Row[];
    const guards = exports["guards"] as Readonly<Record<string, string>>;
    return [
      generatedFrom(
        "the transition tables of packages/programme/src/lifecycle and packages/programme/src/marketplace",
      ),
      "# An integration's life",
      "Nothing happens to an integration but what stands here. What is not allowed is refused with the state, the event, what is allowed instead, and who may.",
      section("A version, from design to decision", versions, guards),
      section("The integration's standing", standings, guards),
      section("Its listing in the marketplace", listings, guards),
      "",
    ].join("\n\n");
  },
};

function section(
  title: string,
  rows: readonly Row[],
  guards: Readonly<Record<string, string>>,
): string {
  const table = rows.map(({ from, on, to, by, path, guards: asked = [] }) => [
    from,
    `\`${on}\``,
    to,
    by.join(", "),
    [
      ...(path === undefined ? [] : [`path ${path}`]),
      ...asked.map((one) => guards[one] ?? one),
    ].join("; "),
  ]);
  return [
    `## ${title}`,
    diagram(rows),
    markdownTable(["from", "event", "to", "who may", "what must hold"], table),
  ].join("\n\n");
}

function diagram(rows: readonly Row[]): string {
  const arrows = new Set(rows.map(({ from, to, on }) => `  ${from} --> ${to}: ${on}`));
  return ["```mermaid", "stateDiagram-v2", ...arrows, "```"].join("\n");
}
