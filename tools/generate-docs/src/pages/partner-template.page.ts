import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "../page.ts";
import { tableAt } from "../exported-by.ts";

const partner = "examples/prime-partner";

/** Where a file of `template/` goes in the project; left out: the same name. */
const places: Readonly<Record<string, string>> = {
  gitignore: ".gitignore", // npm leaves files of that name out of packages.
  "partner.json.template": "partner.json", // No JSON before the port is filled in.
  "partner.test.ts": "test/partner.test.ts",
};

/** Writes the project that `slipway init` makes: the core of the example partner, and what a project has around it. */
export const partnerTemplatePage: Page = {
  path: "packages/cli/src/commands/init/prime-assessment.template.json",
  render: async (root) => {
    if (!existsSync(join(root, partner, "template"))) return undefined;
    const core = await filesIn(join(root, partner, "src/core"));
    const around = await filesIn(join(root, partner, "template"));
    const manifest = await tableAt(root, `${partner}/src/core/manifest.ts`, "manifest");
    const declaration = { completesTestOrders: true, supportsCancel: true, manifest, wordings: {} };
    const sources = core.filter(([name]) => !name.endsWith(".test.ts"));
    const files = [
      ...around.map(([name, text]) => [places[name] ?? name, text]),
      ["declaration.json", `${JSON.stringify({ declaration }, undefined, 2)}\n`],
      ...sources.map(([name, text]) => [`src/${name}`, text]),
    ].toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
    return `${JSON.stringify(Object.fromEntries(files), undefined, 2)}\n`;
  },
};

async function filesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
  );
}
