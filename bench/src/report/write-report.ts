import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const results = fileURLToPath(new URL("../../results/", import.meta.url));

/** Writes a report as JSON and as text for people, named by its day and kind; a later one of the day replaces it. */
export async function writeReport(
  report: { readonly takenAt: string },
  { kind, text }: { readonly kind?: string; readonly text: string },
): Promise<void> {
  const name = [report.takenAt.slice(0, 10), ...(kind === undefined ? [] : [kind])].join("-");
  await mkdir(results, { recursive: true });
  await writeFile(join(results, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(join(results, `${name}.md`), text);
}
