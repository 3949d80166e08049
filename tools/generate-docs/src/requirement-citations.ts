import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles } from "./repository-files.ts";

/** A place in code, pack or test that names a requirement. */
export interface Citation {
  readonly requirement: string;
  readonly path: string;
  readonly line: number;
}

const citingRooms = ["apps/", "examples/", "journeys/", "packages/"];

/** Every `REQ-nn` in code and tests below `root`, known or not. */
export function requirementCitations(root: string): readonly Citation[] {
  return repositoryFiles(root)
    .filter(
      (path) =>
        citingRooms.some((room) => path.startsWith(room)) && /\.(?:ts|tsx|py|mjs)$/u.test(path),
    )
    .flatMap((path) =>
      readFileSync(join(root, path), "utf8")
        .split("\n")
        .flatMap((text, index) =>
          [...text.matchAll(/\bREQ-\d+\b/gu)].map(([requirement]) => ({
            requirement,
            path,
            line: index + 1,
          })),
        ),
    );
}

/** Whether a path is a test's, a world's or a journey's: it shows a duty, but does not fulfil it. */
export function isTestPath(path: string): boolean {
  return path.startsWith("journeys/") || /\.(?:test|test-d|world)\.ts$/u.test(path);
}
