import { readFile } from "node:fs/promises";

import type { Design } from "@slipway/platform-client";

import { UsageProblem } from "../../command-line.problems.ts";

/** The design in a JSON file; fails with a problem of usage. */
export async function readDesign(file: string): Promise<Design> {
  try {
    // What it holds is told by the platform, which looks at every member.
    return JSON.parse(await readFile(file, "utf8")) as Design;
  } catch (error) {
    throw new UsageProblem(
      `Expected a JSON file with the design at ${file}, found ${error instanceof SyntaxError ? "no JSON" : "none that can be read"}.`,
    );
  }
}
