import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allMigrations } from "../migrations/all-migrations.ts";
import { dataVersionFile } from "./check-data-version.ts";

/** Notes that the data in the folder have this version: the name of every migration. */
export async function noteDataVersion(folder: string): Promise<void> {
  const file = join(folder, dataVersionFile);
  const text = `${Object.keys(allMigrations).toSorted().join("\n")}\n`;
  if ((await readFile(file, "utf8").catch(() => "")) === text) return; // Missing before the first start.
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
