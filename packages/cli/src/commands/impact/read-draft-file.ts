import { readFile } from "node:fs/promises";

import { FileProblem } from "../../command-line.problems.ts";

/** The JSON object in a draft's file; what it holds is looked at by the platform. */
export async function readDraftFile(file: string): Promise<object> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new FileProblem(
      `Expected the draft of a requirement pack in ${file}, found no file.`,
      error,
    );
  });
  const draft = parsed(text, file);
  if (typeof draft === "object" && draft !== null && !Array.isArray(draft)) return draft;
  throw new FileProblem(
    `Expected a JSON object in ${file}, found something else. "slipway impact --help" shows a draft.`,
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new FileProblem(`Expected JSON in ${file}, found: ${found}.`, error);
  }
}
