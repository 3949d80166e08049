import { tableAt } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

interface FieldRow {
  readonly noun: string;
  /** The id; of a child of a collection, with the collection's before it. */
  readonly field: string;
  readonly shape: { readonly type: string; readonly max?: number };
  readonly isCustom: boolean;
  readonly evidence: string;
  readonly forms: readonly { readonly form: string }[];
  readonly refusals: readonly { readonly form: string }[];
  readonly filters: readonly { readonly name: string; readonly operators: readonly string[] }[];
}

const source = "packages/sandbox-api/src/field-contract.ts";

const intro = `${generatedFrom(source)}

# Fields and how they are tested

Every field of the four main types, every child of their collections, and after them the fields that only one tenant has, as an
example. A test walks the rows through HTTP: it writes each form, reads it back, clears it with null and with an empty text, is
refused each form that does not fit, and searches by each filter with each operator. An operator that is not listed is refused,
and a field without a filter is unknown to searches. The evidence tags are those of
[vendor-behaviour](vendor-behaviour/README.md).
`;

/** Writes `docs/field-contract.md`: field by field, what is accepted, refused and searched. */
export const fieldContractPage: Page = {
  path: "docs/field-contract.md",
  render: async (root) => {
    const table = await tableAt(root, source, "fieldContract");
    if (table === undefined) return undefined;
    // The constant of that name; its own package types it.
    const rows = table as readonly FieldRow[];
    const nouns = [...new Set(rows.map(({ noun }) => noun))];
    const sections = nouns.map((noun) =>
      renderSection(
        noun,
        rows.filter((row) => row.noun === noun),
      ),
    );
    return [intro, ...sections].join("\n");
  },
};

const header = ["field", "type", "evidence", "written and read back", "refused", "searched by"];

function renderSection(noun: string, rows: readonly FieldRow[]): string {
  return `## \`${noun}\`\n\n${markdownTable(header, rows.map(cellsOf))}\n`;
}

function cellsOf({ field, shape, isCustom, evidence, ...row }: FieldRow): readonly string[] {
  const length = shape.max === undefined ? "" : `, at most ${shape.max}`;
  return [
    `\`${field}\`${isCustom ? " (one tenant)" : ""}`,
    `${shape.type}${length}`,
    evidence,
    row.forms.map(({ form }) => form).join("; "),
    row.refusals.map(({ form }) => form).join("; "),
    row.filters.map(({ name, operators }) => `\`${name}\` ${operators.join(" ")}`).join("; "),
  ];
}
