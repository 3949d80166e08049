import { stat } from "node:fs/promises";
import { join } from "node:path";

/** Throws unless every file to which a manifest leads was built. `targets` are below `built`. */
export async function checkTargets(
  folder: string,
  built: string,
  targets: readonly string[],
): Promise<void> {
  for (const target of targets) {
    const isBuilt = await stat(join(built, target)).then(
      () => true,
      () => false,
    );
    if (isBuilt) continue;
    throw new Error(
      `Expected dist/${target}, to which ${folder}/package.json leads, found that nothing was built there. Correct exports or bin, or add src/${target.replace(/(?:\.d\.ts|\.js)$/u, ".ts")}.`,
    );
  }
}
