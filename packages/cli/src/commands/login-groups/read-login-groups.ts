import { readFile } from "node:fs/promises";

import type { LoginGroupSent } from "@slipway/platform-client";

import { FileProblem } from "../../command-line.problems.ts";

/** The groups in a file; throws a FileProblem where there are none. What is in them, the platform judges. */
export async function readLoginGroups(file: string): Promise<readonly LoginGroupSent[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new FileProblem(`Expected login groups in ${file}, found no file.`, error);
  });
  const groups = groupsIn(text);
  if (groups === undefined)
    throw new FileProblem(
      `Expected JSON with an array loginGroups in ${file}, found something else. "slipway login-groups show --format json" prints the form.`,
    );
  return groups;
}

function groupsIn(text: string): readonly LoginGroupSent[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null || !("loginGroups" in json)) return undefined;
    // The platform checks every member against its schema and names those that do not fit.
    return Array.isArray(json.loginGroups) ? (json.loginGroups as LoginGroupSent[]) : undefined;
  } catch {
    // What is no JSON has no groups in it; the caller says what was expected.
    return undefined;
  }
}
