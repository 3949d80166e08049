import { fail, notExercised, pass, type CaseEvidence, type Judgement } from "@slipway/conformance";

import { awaitResult } from "../candidate-actions.ts";
import { judgeFacts } from "./judge-facts.ts";
import { acceptedWrites } from "./result-writes.ts";
import { rowFaults } from "./row-faults.ts";

/** Judges whether the awaited row is whole; its date is compared with the stated completion, if there is one. */
export function judgeCompletedRow(
  evidence: CaseEvidence,
  completedAt: Date | undefined,
): Judgement {
  return judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
    if (!facts.arrived) return notExercised("No result arrived.");
    const faults = rowFaults(facts.row, completedAt);
    const writes = acceptedWrites(evidence);
    if (faults.length === 0) return pass(...writes);
    return fail(
      {
        expected: faults.map(({ expected }) => expected).join("; "),
        arrived: faults.map(({ arrived }) => arrived).join("; "),
        where: `assessmentresults.${faults[0]?.member}`,
        toDo: "Complete the row when you write it, or PATCH it at the address that Location gave; the guide shows a whole one.",
      },
      ...writes,
    );
  });
}
