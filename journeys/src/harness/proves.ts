import { expect, onTestFinished } from "vitest";
import { watchDoors, type Door } from "./doors.ts";
import { recordedProofs, recordProof, type Proof } from "./proof-record.ts";

const watch = watchDoors(() => expect.getState().currentTestName);
const recordedNow: Proof[] = [];

/**
 * Says, in the first line of a test, which requirement it proves and through which door. When the test has passed, the
 * door is held against what really happened on sockets and processes while it ran (or in its file's set-up): a door
 * that was not used fails the test. The proof must stand in `journeys/proofs/`, from which
 * `docs/requirements.md` is made; `RECORD_PROOFS=1` writes it there, otherwise a missing one fails the test.
 */
export function proves(requirement: `REQ-${string}`, { door }: { readonly door: Door }): void {
  const { currentTestName: test, testPath } = expect.getState();
  if (test === undefined || testPath === undefined) {
    throw new Error(`Expected proves("${requirement}") inside a test, found it outside of one.`);
  }
  onTestFinished(({ task }) => {
    if (task.result?.state !== "pass") return;
    checkDoor({ requirement, door, test }, watch.usedBy(test));
    settle(testPath, { requirement, door, test });
  });
}

/** Throws unless the proof's door is among the doors that were used. */
export function checkDoor(proof: Proof, used: ReadonlySet<Door>): void {
  if (used.has(proof.door)) return;
  throw new Error(
    `Expected "${proof.test}" to go through the door "${proof.door}" to prove ${proof.requirement}, ` +
      `found ${used.size === 0 ? "no door used" : [...used].join(", ")}. Prove it from outside or name the door that was used.`,
  );
}

function settle(testPath: string, proof: Proof): void {
  if (process.env["RECORD_PROOFS"] === "1") {
    recordedNow.push(proof);
    recordProof(testPath, recordedNow);
    return;
  }
  if (recordedProofs(testPath).some((known) => isSame(known, proof))) return;
  throw new Error(
    `Expected the proof of ${proof.requirement} by "${proof.test}" on record, found none. ` +
      `Run this file with RECORD_PROOFS=1, then "npm run docs", and commit both.`,
  );
}

function isSame(left: Proof, right: Proof): boolean {
  return (
    left.requirement === right.requirement && left.door === right.door && left.test === right.test
  );
}
