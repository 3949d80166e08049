import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { PlatformClient, RunReport } from "@slipway/platform-client";

import { FileProblem } from "../command-line.problems.ts";
import { jsonOf } from "./report-format.ts";

/** Writes a report into a folder in every form and returns the files; those of an earlier run there are replaced. */
export async function writeReports(
  client: PlatformClient,
  report: RunReport,
  folder: string,
): Promise<readonly string[]> {
  const contents = [
    ["report.html", await client.printReport(report.runId, "html")],
    ["report.json", jsonOf(report)],
    ["junit.xml", await client.printReport(report.runId, "junit")],
  ] as const;
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of contents) await writeFile(join(folder, name), content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileProblem(
      `Expected to write the reports into ${folder}, found: ${reason}. The run is judged and kept; "slipway report ${report.runId}" prints it.`,
      error,
    );
  }
  return contents.map(([name]) => join(folder, name));
}
