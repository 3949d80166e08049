import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { PlatformClient, RunReport } from "@slipway/platform-client";

/** Writes a run's report as HTML, JSON and JUnit into a folder, and returns the files. */
export async function writeReports(
  client: PlatformClient,
  report: RunReport,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = [
    ["html", await client.printReport(report.runId, "html")],
    ["json", `${JSON.stringify(report, undefined, 2)}\n`],
    ["xml", await client.printReport(report.runId, "junit")],
  ] as const;
  const written: string[] = [];
  for (const [ending, content] of files) {
    const file = join(folder, `run-${report.runId}.${ending}`);
    await writeFile(file, content);
    written.push(file);
  }
  return written;
}
