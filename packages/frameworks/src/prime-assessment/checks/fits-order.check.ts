import { fail, notExercised, pass, type CaseCheck, type CaseEvidence } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";
import { canonicalJson } from "@slipway/foundation";

import { awaitResult } from "../actions.ts";
import { bodyJson, isObject, memberAt } from "../evidence/body-json.ts";
import { judgeFacts } from "../evidence/judge-facts.ts";
import { acceptedWrites } from "../evidence/result-writes.ts";
import { writesCompleteStatus } from "../evidence/writes-complete-status.ts";

/** The result is the one that was ordered: under the package's name, one row for one order. */
export const fitsOrder: CaseCheck = {
  id: "results.fits-order",
  version: 2,
  title: "Writes one row per order, under the name of the ordered package",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) =>
    judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
      if (!facts.arrived) return notExercised("No result arrived.");
      const writes = acceptedWrites(evidence);
      const ordered = orderedName(evidence);
      const written = memberAt(facts.row, ["assessmentname", "value"]);
      if (written !== ordered)
        return fail(
          {
            expected: `assessmentname "${ordered}", the name of the ordered package`,
            arrived: JSON.stringify(written ?? null),
            where: "assessmentresults.assessmentname.value",
            toDo: "Write the name that your package list gives to the packageId of this order, letter by letter: the recruiter knows the assessment by it.",
          },
          ...writes,
        );
      const created = writes.filter(({ request }) => request.method === "POST");
      const completed = completedOtherwise(writes);
      if (completed.length > 0)
        return fail(
          {
            expected: "a row that is completed once, with the result of its own order",
            arrived: "the completed row written again with another result",
            where: "request.body",
            toDo: "Keep the address of each order's row with that order, and write its result there and nowhere else.",
          },
          ...completed,
        );
      return created.length > 1
        ? fail(
            {
              expected: "one POST of a row for one order; later changes as PATCH of that row",
              arrived: `${created.length} rows created`,
              where: "request.method",
              toDo: "Keep the Location of the first POST with the order and PATCH that address from then on.",
            },
            ...created,
          )
        : pass(...writes);
    }),
};

/** The writes that complete the row, where they do not agree on the result; the same one again is a repetition. */
function completedOtherwise(writes: readonly Exchange[]): readonly Exchange[] {
  const completing = writes.filter(writesCompleteStatus);
  const results = completing.map(({ request }) =>
    canonicalJson(resultMembers.map((name) => memberAt(bodyJson(request.body), [name]) ?? null)),
  );
  return new Set(results).size > 1 ? completing : [];
}

const resultMembers = ["assessmentscore", "assessmentresult", "assessmentnotes"] as const;

function orderedName({ steps }: CaseEvidence): string | undefined {
  const input = steps["result"]?.input;
  const name = isObject(input) ? input["packageName"] : undefined;
  return typeof name === "string" ? name : undefined;
}
