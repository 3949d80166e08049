import { generatedFrom, type Page } from "../page.ts";
import { tableAt } from "../exported-by.ts";

interface VendorSwitch {
  readonly id: string;
  readonly values: readonly string[];
  readonly default: string;
  readonly known: string;
  readonly evidence: string;
  readonly page: string;
}

const source = "packages/ats-model/src/tenant/vendor-switches.ts";

const intro = `${generatedFrom(source)}

# Switches

Where the behaviour of the real ATS is not certain, a tenant can be set to each way it may turn out; every setting is
tested. What the evidence tags mean stands in [README.md](README.md).
`;

/** `docs/vendor-behaviour/switches.md`: every uncertain behaviour, with our default. */
export const vendorSwitchesPage: Page = {
  path: "docs/vendor-behaviour/switches.md",
  render: async (root) => {
    const table = await tableAt(root, source, "vendorSwitches");
    if (table === undefined) return undefined;
    // The constant of that name; its own package types it.
    const sections = (table as readonly VendorSwitch[]).map(switchSection);
    return [intro, ...sections].join("\n");
  },
};

function switchSection({
  id,
  values,
  default: standard,
  known,
  evidence,
  page,
}: VendorSwitch): string {
  const settings = values.map((value) =>
    value === standard ? `**\`${value}\`** (default)` : `\`${value}\``,
  );
  return `## ${page}\n\n${known} Evidence: ${evidence}.\n\nSwitch \`${id}\`: ${settings.join(", ")}.\n`;
}
