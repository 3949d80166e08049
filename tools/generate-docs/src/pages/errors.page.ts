import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { problemUses, type ProblemUse } from "../problem-codes.ts";
import { tableAt } from "../exported-by.ts";

interface VendorError {
  readonly code: number;
  readonly name: string;
  readonly status: number;
  readonly meaning: string;
  readonly evidence: string;
}
type VendorErrors = Readonly<Record<string, VendorError>>;
type ExitCodes = Readonly<Record<string, number>>;

interface Tables {
  readonly vendorErrors: VendorErrors;
  readonly exitCodes: ExitCodes;
}

const intro = `${generatedFrom("the Problem subclasses of the code and packages/ats-model/src/vendor-error")}

# Error codes

Codes are public: they are added freely and never renamed. A message says what was expected, what arrived, where, and what
to do next.

## Ours

The platform API answers them as \`application/problem+json\`; faults of starting end the process with the exit code given.
`;

const vendorIntro = `
## The vendor's

What the sandbox API answers in \`errors\` and \`X-Error\`. The evidence is that of \`docs/vendor-behaviour/README.md\`.
`;

/** `docs/errors.md`: every code that a caller can meet. */
export const errorsPage: Page = {
  path: "docs/errors.md",
  render: async (root) => {
    const tables = await loadTables(root);
    const byCode = Map.groupBy(problemUses(root), ({ code }) => code);
    const rows = [...byCode].toSorted(([left], [right]) => (left < right ? -1 : 1));
    if (rows.length === 0) return undefined;
    const ours = markdownTable(
      ["code", "status", "meaning", "made in"],
      rows.map(([code, uses]) => ourRow(code, uses, tables)),
    );
    return [intro, ours, vendorIntro, vendorTable(tables.vendorErrors), ""].join("\n");
  },
};

async function loadTables(root: string): Promise<Tables> {
  const vendorErrors = await tableAt(
    root,
    "packages/ats-model/src/vendor-error/vendor-errors.ts",
    "vendorErrors",
  );
  const exitCodes = await tableAt(
    root,
    "packages/database/src/embedded/starting-problem.ts",
    "startingExitCodes",
  );
  // Both are the constants of those names; their own packages type them.
  return {
    vendorErrors: (vendorErrors ?? {}) as VendorErrors,
    exitCodes: (exitCodes ?? {}) as ExitCodes,
  };
}

function ourRow(code: string, uses: readonly ProblemUse[], tables: Tables): readonly string[] {
  const statuses = new Set(uses.map((use) => statusOf(use, tables)));
  const meanings = new Set(uses.flatMap(({ meaning }) => meaning ?? []));
  const paths = new Set(uses.map(({ path }) => `\`${path}\``));
  return [
    `\`${code}\``,
    [...statuses].join(" or "),
    [...meanings].join("<br>"),
    [...paths].join("<br>"),
  ];
}

function statusOf(
  { code, status, vendorError }: ProblemUse,
  { vendorErrors, exitCodes }: Tables,
): string {
  const exitCode = exitCodes[code];
  if (exitCode !== undefined) return `exit ${exitCode}`;
  const known =
    status ?? (vendorError === undefined ? undefined : vendorErrors[vendorError]?.status);
  return known === undefined ? "" : String(known);
}

function vendorTable(errors: VendorErrors): string {
  return markdownTable(
    ["code", "name", "status", "meaning", "evidence"],
    Object.values(errors).map(({ code, name, status, meaning, evidence }) => [
      String(code),
      name,
      String(status),
      meaning,
      evidence,
    ]),
  );
}
