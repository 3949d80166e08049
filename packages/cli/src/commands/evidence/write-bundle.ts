import { writeFile } from "node:fs/promises";

import { FileProblem } from "../../command-line.problems.ts";

/** Writes an archive into a file. */
export async function writeBundle(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileProblem(`Expected to write the bundle into ${file}, found: ${reason}.`, error);
  });
}
