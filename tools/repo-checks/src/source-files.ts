import { repositoryFiles } from "@slipway/generate-docs";

const rooms = /^(?:apps|examples|packages|tools)\/[^/]+\/|^journeys\//u;

/** TypeScript files of the workspaces below `root`, sorted. */
export function sourceFiles(root: string): readonly string[] {
  return repositoryFiles(root).filter((path) => rooms.test(path) && /\.tsx?$/u.test(path));
}

/** Whether a file serves tests only: a test, a world, what sets tests up, or anything in `journeys`. */
export function isTestFile(path: string): boolean {
  return /\.(?:test|test-d|world|setup)\.ts$|\/testing\/|^journeys\//u.test(path);
}

/** The workspace a path belongs to (`packages/foundation`, `journeys`), or undefined outside of any. */
export function workspaceOf(path: string): string | undefined {
  return /^(?:(?:apps|examples|packages|tools)\/[^/]+|journeys)(?=\/)/u.exec(path)?.[0];
}
