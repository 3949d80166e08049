import { readdirSync } from "node:fs";
import { join } from "node:path";

const ignoredFolders = new Set([".git", ".slipway", "coverage", "dist", "node_modules"]);

/**
 * Paths of the repository's own files, relative to `root`, with forward slashes, sorted. What git ignores (installed
 * packages, built code, the platform's data) is left out. The file system is read, not git's index, so that a planted
 * tree and a file not yet committed are seen too.
 */
export function repositoryFiles(root: string, under = ""): readonly string[] {
  return readdirSync(join(root, under), { withFileTypes: true })
    .flatMap((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory())
        return ignoredFolders.has(entry.name) ? [] : repositoryFiles(root, path);
      return entry.isFile() ? [path] : [];
    })
    .toSorted();
}
