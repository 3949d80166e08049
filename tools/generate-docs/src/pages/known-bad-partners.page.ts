import { tableAt } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

const partner = "examples/prime-partner/src/faults";
const expectations = "journeys/src/known-bad-partners/known-bad-partners.ts";

interface Fault {
  readonly does: string;
}

interface Expectation {
  readonly expects: string;
  readonly verdict?: string;
  readonly mayFail?: Readonly<Record<string, string>>;
}

type Table<Row> = Readonly<Record<string, Row>>;

const intro = `${generatedFrom(`\`${partner}/\` and \`${expectations}\``)}

# Known-bad partners

Who judges the judge? Partners with one fault each. Every one is taken through the whole pack over real HTTP; the check that
names its fault has to find it, and no other check may accuse it unless it says here why. Good partners that differ from
each other must pass. In the other direction each check is left out in turn: then some partner has to get away, or the check is
named at the end as unproved.

Try one: \`PRIME_PARTNER_FAULT=accepts-blanks\` in the environment of the example partner.
`;

/** Writes `docs/known-bad-partners.md`: every fault with the check that has to find it. */
export const knownBadPartnersPage: Page = {
  path: "docs/known-bad-partners.md",
  render: async (root) => {
    // Constants of these names; their own packages type them.
    const faults = (await tableAt(root, `${partner}/all-faults.ts`, "allFaults")) as
      | Table<Fault>
      | undefined;
    if (faults === undefined) return undefined;
    const rows = (await tableAt(root, expectations, "knownBadPartners")) as Table<Expectation>;
    const unproved = (await tableAt(root, expectations, "unprovedChecks")) as Table<string>;
    const good = (await tableAt(
      root,
      `${partner}/good-variants.ts`,
      "goodVariants",
    )) as Table<Fault>;
    return [
      intro,
      "## Faults\n",
      markdownTable(
        ["the partner", "fault", "found by", "may fail besides"],
        Object.entries(faults).map(([name, { does }]) => faultRow(name, does, rows[name])),
      ),
      "\n## Good partners\n",
      markdownTable(
        ["the partner", "name"],
        Object.entries(good).map(([name, { does }]) => [does, `\`${name}\``]),
      ),
      "\n## Checks that no fault proves\n",
      markdownTable(
        ["check", "why"],
        Object.entries(unproved).map(([check, why]) => [`\`${check}\``, why]),
      ),
      "",
    ].join("\n");
  },
};

function faultRow(
  name: string,
  does: string,
  expectation: Expectation | undefined,
): readonly string[] {
  if (expectation === undefined) throw new Error(`Expected a row for ${name}, found none.`);
  const { expects, verdict = "fail", mayFail = {} } = expectation;
  const found = verdict === "fail" ? `\`${expects}\`` : `\`${expects}\` (${verdict})`;
  const besides = Object.entries(mayFail).map(([check, why]) => `\`${check}\`: ${why}`);
  return [does, `\`${name}\``, found, besides.join("<br>")];
}
