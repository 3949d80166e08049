import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { repositoryFiles } from "../repository-files.ts";
import { exportedBy } from "../table-at.ts";

interface Check {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly fault: string;
}

interface Pack {
  readonly requirements: readonly Requirement[];
}

interface Requirement {
  readonly id: string;
  readonly duties: readonly string[];
  readonly severity: string;
  readonly checks: readonly string[];
}

interface Row {
  readonly check: Check;
  readonly path: string;
}

const intro = `${generatedFrom("the frameworks' checks and requirement packs")}

# Checks

What a run is judged by. A check reads recorded exchanges and sends nothing. Its page, linked from its id, says what it
expects and what to do when it fails; whether a failure fails the run is the requirement's severity in the pack.
`;

/** `docs/checks.md`: every check of every framework, with the requirements that rest on it. */
export const checksPage: Page = {
  path: "docs/checks.md",
  render: async (root) => {
    const folders = frameworkFolders(root);
    if (folders.length === 0) return undefined;
    const sections = await Promise.all(
      folders.map(async (folder) => frameworkSection(root, folder)),
    );
    return [intro, ...sections].join("\n");
  },
};

function frameworkFolders(root: string): readonly string[] {
  const packs = repositoryFiles(root).filter((path) =>
    /^packages\/frameworks\/src\/[^/]+\/requirement-pack\.ts$/u.test(path),
  );
  return packs.map((path) => path.slice(0, path.lastIndexOf("/")));
}

async function frameworkSection(root: string, folder: string): Promise<string> {
  const files = repositoryFiles(root, folder).filter((path) => path.endsWith(".check.ts"));
  const checks = await Promise.all(
    files.map(async (path) => ({ path, check: await checkIn(root, path) })),
  );
  const packs = Object.values(await exportedBy(root, `${folder}/requirement-pack.ts`)).filter(
    isPack,
  );
  const requirements = packs.flatMap((pack) => pack.requirements);
  const rows = checks
    .toSorted((left, right) => (left.check.id < right.check.id ? -1 : 1))
    .map((row) => rowOf(row, requirements));
  const header = [
    "check",
    "requirement on the partner",
    "a failure is the fault of",
    "requirements",
  ];
  return `## ${folder.slice(folder.lastIndexOf("/") + 1)}\n\n${markdownTable(header, rows)}\n`;
}

async function checkIn(root: string, path: string): Promise<Check> {
  const check = Object.values(await exportedBy(root, path)).find(isCheck);
  if (check === undefined) throw new Error(`Expected ${path} to export a check, found none.`);
  return check;
}

function rowOf({ check, path }: Row, requirements: readonly Requirement[]): readonly string[] {
  const page = `../${path.replace(/\.ts$/u, ".md")}`;
  const resting = requirements
    .filter(({ checks }) => checks.includes(check.id))
    .map(({ id, severity, duties }) => `${id}, ${severity} (${duties.join(", ")})`);
  return [`[\`${check.id}\`](${page})`, check.title, check.fault, resting.join("<br>")];
}

function isCheck(value: unknown): value is Check {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "title" in value &&
    "fault" in value
  );
}

function isPack(value: unknown): value is Pack {
  return (
    typeof value === "object" && value !== null && "requirements" in value && "scenarios" in value
  );
}
