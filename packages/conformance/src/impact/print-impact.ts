import { csvLine } from "../csv-line.ts";
import type { RequirementChange, RunImpact, Standing } from "./impact.ts";
import type { Impact } from "./open-impact.ts";
import { createImpactCounter } from "./sum-impact.ts";

/** An impact as JSON, piece by piece as its runs are judged: they come first, the summary of all of them last. */
export async function* printImpactJson({ pack, scope, runs }: Impact): AsyncGenerator<string> {
  const head = JSON.stringify({ format: "slipway-impact/1", pack, scope });
  yield `${head.slice(0, -1)},"runs":[`;
  const counter = createImpactCounter();
  let separator = "\n";
  for await (const run of runs) {
    counter.add(run);
    yield `${separator}${JSON.stringify(run)}`;
    separator = ",\n";
  }
  yield `\n],"summary":${JSON.stringify(counter.summary())}}\n`;
}

const columns = [
  "integration",
  "run",
  "startedAt",
  "pack",
  "conclusion",
  "conclusionUnderDraft",
  "requirement",
  "title",
  "change",
  "before",
  "after",
  "severity",
  "why",
] as const;

/** The same as CSV with a header line: a line for each change, and one for each run of which nothing changes. */
export async function* printImpactCsv({ runs }: Impact): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const run of runs) yield linesOf(run);
}

function linesOf(run: RunImpact): string {
  const head = [run.integration, run.runId, run.startedAt, run.packVersion, run.before, run.after];
  const rows = run.changes.length === 0 ? [unchanged(run)] : run.changes.map(changeCells);
  return rows.map((cells) => csvLine([...head, ...cells])).join("");
}

function changeCells({
  requirement,
  title,
  kind,
  before,
  after,
  why,
}: RequirementChange): readonly string[] {
  const severity = (after ?? before)?.severity ?? "";
  return [requirement, title, kind, verdictOf(before), verdictOf(after), severity, why];
}

function unchanged({ trouble = "" }: RunImpact): readonly string[] {
  return ["", "", "", "", "", "", trouble];
}

function verdictOf(standing: Standing | null): string {
  return standing === null ? "not-asked" : standing.verdict;
}
