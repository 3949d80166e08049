import { readFile } from "node:fs/promises";

import type { ListingText } from "@slipway/platform-client";

import { UsageProblem } from "../../command-line.problems.ts";

/** The listing in a JSON file; fails with a problem of usage. */
export async function readListing(file: string): Promise<ListingText> {
  try {
    // What it holds is told by the platform, which looks at every member.
    return JSON.parse(await readFile(file, "utf8")) as ListingText;
  } catch (error) {
    throw new UsageProblem(
      `Expected a JSON file with the listing at ${file}, found ${error instanceof SyntaxError ? "no JSON" : "none that can be read"}.`,
    );
  }
}
