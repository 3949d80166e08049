import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { allMigrations } from "../migrations/all-migrations.ts";
import { NewerDataProblem } from "../newer-data.problem.ts";

/*
 * What version the data in a folder have is written in their database. To read it there, PostgreSQL must start, which
 * changes files; so it is also noted beside the data, where a version too old for them can see it and leave all as it is.
 */

/** The file in the data folder that holds the names of the migrations, one on a line. */
export const dataVersionFile = "data-version";

/** Throws a NewerDataProblem if the data in the folder were written by a newer version. Reads one file, changes nothing. */
export async function checkDataVersion(folder: string): Promise<void> {
  const noted = await readFile(join(folder, dataVersionFile), "utf8").catch(() => ""); // Missing before the first start.
  const unknown = noted.split("\n").filter((name) => name !== "" && !(name in allMigrations));
  if (unknown.length > 0) throw new NewerDataProblem(unknown);
}
