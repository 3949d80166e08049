import { existsSync } from "node:fs";
import { join } from "node:path";

import { exportedBy } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

type PolicyRow = readonly [route: string, roles: readonly string[], scope: string, whose: string];

const source = "packages/platform-api/src/access/policy.ts";
const rolesSource = "packages/programme/src/access/organisation.ts";

const intro = `# Who may do what

Whoever calls the platform API does so with a token. A personal token (\`slp_…\`) is an account's: a person with one role in one
organisation. The installation's admin token, kept in the data folder, is an operator's who may also act in somebody's name.

A call passes when the role may make it, the token has the scope, and what it is about is the caller's to see:

- **own**: one thing, by the first id in the path. One that belongs to another organisation is answered like one that is not there.
- **listed**: a list, which shows what the caller may see and nothing else.
- **made**: something new, in the caller's own organisation.
- **shared**: what belongs to no organisation.

People of the programme's organisation see everybody's things. Operators may make every call. What a call does decides further:
which event of an integration's life is whose stands in \`docs/lifecycle.md\`. \`GET /me\` is open to every valid token.`;

/** `docs/access.md`: who may call which route, about whose things. */
export const accessPage: Page = {
  path: "docs/access.md",
  render: async (root) => {
    if (!existsSync(join(root, source))) return undefined;
    // The constants of these names; their own packages type them.
    const policy = (await exportedBy(root, source))["policy"] as readonly PolicyRow[];
    const rolesOfKind = (await exportedBy(root, rolesSource))["rolesOfKind"] as Readonly<
      Record<string, readonly string[]>
    >;
    const roles = Object.entries(rolesOfKind).map(([kind, of]) => [kind, of.join(", ")]);
    const callers = Object.values(rolesOfKind)
      .flat()
      .filter((role) => role !== "operator");
    const rows = policy.map(([route, may, scope, whose]) => [
      `\`${route}\``,
      whoMay(may, callers),
      `\`${scope}\``,
      whose,
    ]);
    return [
      generatedFrom(source),
      intro,
      "## Roles",
      markdownTable(["organisation", "roles of its people"], roles),
      "## Routes",
      markdownTable(["route", "who may", "scope", "whose things"], rows),
      "",
    ].join("\n\n");
  },
};

function whoMay(may: readonly string[], callers: readonly string[]): string {
  if (may.length === 0) return "operators alone";
  const except = callers.filter((role) => !may.includes(role));
  return except.length === 0 ? "everybody" : may.join(", ");
}
