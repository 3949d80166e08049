import { existsSync } from "node:fs";
import { join } from "node:path";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { exportedBy } from "../exported-by.ts";

interface RegisteredCheck {
  readonly id: string;
  readonly title: string;
  readonly fault: string;
  readonly frameworks: readonly string[];
  /** Relative to the sources of the package. */
  readonly page: string;
}

interface Framework {
  readonly id: string;
  readonly title: string;
  readonly packs: readonly {
    readonly version: string;
    readonly requirements: readonly Requirement[];
  }[];
}

interface Requirement {
  readonly id: string;
  readonly duties: readonly string[];
  readonly severity: string;
  readonly checks: readonly string[];
}

const sources = "packages/frameworks/src";
const source = `${sources}/index.ts`;

const intro = `${generatedFrom(`the check registry and the requirement packs of packages/frameworks`)}

# Checks

What a run is judged by. A check reads recorded exchanges and sends nothing. Its page, linked from its id, says what it
expects and what to do when it fails; whether a failure fails the run is the severity of the requirement in the pack.
`;

/** Writes `docs/checks.md`: every check of every framework, with the requirements that rest on it. */
export const checksPage: Page = {
  path: "docs/checks.md",
  render: async (root) => {
    if (!existsSync(join(root, source))) return undefined;
    const exports = await exportedBy(root, source);
    // The constant of that name; its own package types it.
    const registry = (exports["checkRegistry"] ?? []) as readonly RegisteredCheck[];
    // In which order a module tells its exports depends on who loads it.
    const frameworks = Object.values(exports)
      .filter(isFramework)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return [intro, ...frameworks.map((framework) => frameworkSection(framework, registry))].join(
      "\n",
    );
  },
};

function frameworkSection(framework: Framework, registry: readonly RegisteredCheck[]): string {
  const released = framework.packs.filter(({ version }) => !version.includes("draft"));
  const requirements = released.at(-1)?.requirements ?? [];
  const checks = registry.filter((check) => check.frameworks.includes(framework.id));
  const header = [
    "check",
    "what it asks",
    "a failure is the fault of",
    "requirements that rest on it",
  ];
  const rows = checks.map((check) => rowOf(check, requirements));
  return `## ${framework.title}\n\n${markdownTable(header, rows)}\n`;
}

function rowOf(check: RegisteredCheck, requirements: readonly Requirement[]): readonly string[] {
  const resting = requirements
    .filter(({ checks }) => checks.includes(check.id))
    .map(({ id, severity, duties }) => `${id}, ${severity} (${duties.join(", ")})`);
  return [
    `[\`${check.id}\`](../${sources}/${check.page})`,
    check.title,
    check.fault,
    resting.join("<br>"),
  ];
}

function isFramework(value: unknown): value is Framework {
  return typeof value === "object" && value !== null && "packs" in value && "scenarios" in value;
}
