import { tableAt } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

interface Variant {
  readonly does: string;
}

interface Expectation {
  readonly expects: string;
  readonly verdict?: string;
  readonly mayFail?: Readonly<Record<string, string>>;
}

type Table<Row> = Readonly<Record<string, Row>>;

/** The constants of one framework's example partner, as `file` and `name`; their own packages type them. */
interface Matrix {
  readonly title: string;
  readonly tryIt: string;
  readonly faults: readonly [path: string, name: string];
  readonly good: readonly [path: string, name: string];
  readonly expectations: readonly [path: string, name: string];
  readonly unproved?: readonly [path: string, name: string];
}

const primeFaults = "examples/prime-partner/src/faults";
const primeExpectations = "journeys/src/known-bad-partners/known-bad-partners.ts";
const standardBehaviour = "examples/standard-partner/src/behaviour.ts";
const standardExpectations = "journeys/src/standard-partner/known-bad-standard-partners.ts";

const matrices: readonly Matrix[] = [
  {
    title: "Prime assessments",
    tryIt: "PRIME_PARTNER_FAULT=accepts-blanks",
    faults: [`${primeFaults}/all-faults.ts`, "allFaults"],
    good: [`${primeFaults}/good-variants.ts`, "goodVariants"],
    expectations: [primeExpectations, "knownBadPartners"],
    unproved: [primeExpectations, "unprovedChecks"],
  },
  {
    title: "Standard assessments",
    tryIt: "STANDARD_PARTNER_FAULT=keeps-candidate",
    faults: [standardBehaviour, "faults"],
    good: [standardBehaviour, "goodVariants"],
    expectations: [standardExpectations, "knownBadStandardPartners"],
  },
];

const sources = [primeFaults, standardBehaviour, primeExpectations, standardExpectations];

const intro = `${generatedFrom(sources.map((path) => `\`${path}\``).join(", "))}

# Known-bad partners

Who judges the judge? Partners with one fault each. Every one is taken through the whole pack over real HTTP; the check that
names its fault has to find it, and no other check may accuse it unless it says here why. Good partners that differ from
each other must pass. For Prime assessments each check is left out in turn as well: then some partner has to get away, or the
check is named at the end as unproved.
`;

/** Writes `docs/known-bad-partners.md`: every fault with the check that has to find it. */
export const knownBadPartnersPage: Page = {
  path: "docs/known-bad-partners.md",
  render: async (root) => {
    const sections = await Promise.all(matrices.map(async (one) => renderMatrix(root, one)));
    const known = sections.filter((section) => section !== undefined);
    return known.length === 0 ? undefined : [intro, ...known].join("\n");
  },
};

async function renderMatrix(root: string, matrix: Matrix): Promise<string | undefined> {
  const faults = (await tableAt(root, ...matrix.faults)) as Table<Variant> | undefined;
  if (faults === undefined) return undefined;
  const expected = (await tableAt(root, ...matrix.expectations)) as Table<Expectation>;
  const good = (await tableAt(root, ...matrix.good)) as Table<Variant>;
  return [
    `## ${matrix.title}\n`,
    `Try one: \`${matrix.tryIt}\` in the environment of the example partner.\n`,
    "### Faults\n",
    markdownTable(
      ["the partner", "fault", "found by", "may fail besides"],
      Object.entries(faults).map(([name, { does }]) => faultRow(name, does, expected[name])),
    ),
    "\n### Good partners\n",
    markdownTable(
      ["the partner", "name"],
      Object.entries(good).map(([name, { does }]) => [does, `\`${name}\``]),
    ),
    "",
    ...(matrix.unproved === undefined ? [] : await renderUnproved(root, matrix.unproved)),
  ].join("\n");
}

async function renderUnproved(
  root: string,
  table: readonly [path: string, name: string],
): Promise<readonly string[]> {
  const unproved = (await tableAt(root, ...table)) as Table<string>;
  const rows = Object.entries(unproved).map(([check, why]) => [`\`${check}\``, why]);
  const list = rows.length === 0 ? "None." : markdownTable(["check", "why"], rows);
  return ["### Checks that no fault proves\n", list, ""];
}

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
