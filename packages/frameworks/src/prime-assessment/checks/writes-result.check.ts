import { fail, notExercised, pass, type CaseCheck } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { awaitResult } from "../actions.ts";
import { answerText } from "../../evidence/answer-text.ts";
import { durationText } from "../evidence/duration-text.ts";
import { judgeFacts } from "../evidence/judge-facts.ts";
import { acceptedWrites, refusedWrites } from "../evidence/result-writes.ts";
import { resultWindowMs } from "../result-window-ms.ts";

/** The result comes back into the ATS by the partner's own calls. */
export const writesResult: CaseCheck = {
  id: "results.writes-result",
  version: 1,
  title: "Writes the result into the ATS",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence, { declaration, settings }) =>
    judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
      if (facts.arrived) {
        const writes = acceptedWrites(evidence);
        return writes.length > 0
          ? pass(...writes)
          : notExercised("A result is there, but none of the partner's recorded calls wrote it.");
      }
      const refused = refusedWrites(evidence);
      return fail(
        {
          expected: `a row of assessmentresults with a complete status within ${durationText(resultWindowMs(declaration, settings))}`,
          arrived: arrivedInstead(refused.at(-1)),
          where: "applicantworkflow.assessmentresults",
          toDo: refused.length === 0 ? toWrite : toMend,
        },
        ...refused,
      );
    }),
};

const toWrite =
  "When the candidate is done, POST the row to {api.baseUrl}/applicantworkflows/{workflow.id}/fields/assessmentresults with api.baseUrl and workflow.id of that order and this customer's credentials.";
const toMend =
  "Read the errors in the body of the refused call: they name the field and what is wrong with it.";

function arrivedInstead(refused: Exchange | undefined): string {
  if (refused?.answer.kind !== "answered") return "no such row";
  const { method, path } = refused.request;
  return `no such row; the ATS answered ${method} ${path} with ${answerText(refused.answer)}`;
}
