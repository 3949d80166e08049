import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Door } from "./doors.ts";

/** One requirement proven by one test through one door. */
export interface Proof {
  readonly requirement: string;
  readonly door: Door;
  /** The test's full name: its describe blocks and its own name, joined by " > ". */
  readonly test: string;
}

const sources = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "../../proofs");

/** The committed proofs of a test file; none when it has no record. */
export function recordedProofs(testPath: string): readonly Proof[] {
  const path = recordPath(testPath);
  // Our own file, written by `recordProof` below.
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as readonly Proof[]) : [];
}

/** Writes the record of a test file anew: sorted, one per proof, the same bytes for the same proofs. */
export function recordProof(testPath: string, proofs: readonly Proof[]): void {
  const lines = [...new Set(proofs.map((proof) => JSON.stringify(proof)))].toSorted();
  mkdirSync(dirname(recordPath(testPath)), { recursive: true });
  writeFileSync(recordPath(testPath), `[\n  ${lines.join(",\n  ")}\n]\n`);
}

// `journeys/src/a/b.test.ts` is recorded in `journeys/proofs/a/b.json`.
function recordPath(testPath: string): string {
  return join(folder, relative(sources, testPath).replace(/\.test\.ts$/u, ".json"));
}
