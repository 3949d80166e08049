import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { BenchReport } from "./bench-report.ts";
import { markdownOf } from "./markdown-of.ts";

const results = fileURLToPath(new URL("../../results/", import.meta.url));

/** Writes the report as JSON and as text for people, named by its day; a later one of the day replaces it. */
export async function writeReport(report: BenchReport): Promise<void> {
  const name = report.takenAt.slice(0, 10);
  await mkdir(results, { recursive: true });
  await writeFile(join(results, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(join(results, `${name}.md`), markdownOf(report));
}
