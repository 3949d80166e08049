import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { FileProblem } from "../../command-line.problems.ts";

/** Writes files into a folder; overwrites nothing. Throws a FileProblem that lists all that is in the way, before anything is written. */
export async function writeProject(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const inTheWay: string[] = [];
  for (const path of files.keys()) {
    const isThere = await lstat(join(folder, path)).then(
      () => true,
      (error: unknown) => !(error instanceof Error && "code" in error && error.code === "ENOENT"),
    );
    if (isThere) inTheWay.push(path);
  }
  if (inTheWay.length > 0) {
    throw new FileProblem(
      `Expected none of the project's files in ${folder}, found ${inTheWay.length}:\n${inTheWay.map((path) => `  ${path}`).join("\n")}\nNothing was written. Name another folder, or move these away.`,
    );
  }
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      // Fails should the file have come into being since we looked.
      await writeFile(join(folder, path), text, { flag: "wx" });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileProblem(`Expected to write the project into ${folder}, found: ${reason}.`, error);
  }
}
