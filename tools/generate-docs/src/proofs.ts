import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles } from "./repository-files.ts";

/** One proof on record, written by the journey harness when a test passed through a door of the product. */
export interface RecordedProof {
  readonly requirement: string;
  readonly door: "http" | "command-line" | "browser";
  readonly test: string;
  /** The record it stands in. */
  readonly record: string;
  /** The test file it was recorded from. */
  readonly file: string;
}

const folder = "journeys/proofs";

/** Every proof on record below `root`, sorted by test file. */
export function recordedProofs(root: string): readonly RecordedProof[] {
  if (!existsSync(join(root, folder))) return [];
  return repositoryFiles(root, folder).flatMap((record) => {
    const file = `journeys/src/${record.slice(folder.length + 1, -".json".length)}.test.ts`;
    // Our own file, written by the harness; tools/repo-checks compares it with the test's source.
    const proofs = JSON.parse(readFileSync(join(root, record), "utf8")) as readonly Pick<
      RecordedProof,
      "requirement" | "door" | "test"
    >[];
    return proofs.map((proof) => ({ ...proof, record, file }));
  });
}
