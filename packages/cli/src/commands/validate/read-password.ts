import { readFile } from "node:fs/promises";

import { FileProblem } from "../../command-line.problems.ts";

/** The password in a file: its first line. */
export async function readPassword(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new FileProblem(`Expected a password in ${file}, found no file that can be read.`, error);
  });
  const [password = ""] = text.split(/\r?\n/u);
  if (password !== "") return password;
  throw new FileProblem(`Expected a password in the first line of ${file}, found that line empty.`);
}
