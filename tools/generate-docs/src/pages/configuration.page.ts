import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { tableAt } from "../exported-by.ts";

type ConfigurationKeys = Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly standard: string;
      readonly meaning: string;
      readonly isSecret?: true;
    }
  >
>;

const source = "apps/platform/src/configuration-keys.ts";

/** `docs/configuration.md`: every setting of the server. */
export const configurationPage: Page = {
  path: "docs/configuration.md",
  render: async (root) => {
    const table = await tableAt(root, source, "configurationKeys");
    if (table === undefined) return undefined;
    // The constant of that name; its own package types it.
    const keys = Object.values(table as ConfigurationKeys);
    const intro = `${generatedFrom(source)}\n\n# Configuration\n\nThe server reads its settings from the environment. An empty value counts as missing. All wrong settings are named at once,\nand an unknown name that begins with \`SLIPWAY_\` is one of them.\n`;
    const rows = keys.map(({ name, standard, meaning, isSecret }) => [
      `\`${name}\``,
      standard,
      isSecret === true ? `${meaning} Never shown in a message.` : meaning,
    ]);
    return `${intro}\n${markdownTable(["setting", "default", "meaning"], rows)}\n`;
  },
};
