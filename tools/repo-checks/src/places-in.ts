import type { Guard } from "./finding.ts";
import { plantTree } from "./plant-tree.ts";

/** Where a guard finds fault in a planted tree, as `path:line`, with what was found. */
export async function placesIn(
  guard: Guard,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { findings } = await guard(plantTree(files));
  return findings.map(
    ({ path, line, message }) => `${path}:${line} ${message.replace(/^Expected.*?, found /u, "")}`,
  );
}
