import { fail, notExercised, pass, type CaseCheck } from "@slipway/conformance";

import { awaitResult } from "../actions.ts";
import { judgeFacts } from "../evidence/judge-facts.ts";
import { statedCompletion } from "../evidence/stated-completion.ts";
import { acceptedWrites } from "../evidence/result-writes.ts";
import { rowFaults } from "../evidence/row-faults.ts";

/** A result is of use when it says what came out, when, and that it is final. */
export const completesRow: CaseCheck = {
  id: "results.completes-row",
  version: 1,
  title: "Writes a result row with name, date, status, and score or result",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) =>
    judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
      if (!facts.arrived) return notExercised("No result arrived.");
      const faults = rowFaults(facts.row, statedCompletion(evidence));
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
    }),
};
