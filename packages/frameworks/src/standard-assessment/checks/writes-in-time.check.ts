import { fail, notApplicable, notExercised, pass, type CaseCheck } from "@slipway/conformance";
import { uuidTimeMs } from "@slipway/foundation";

import { awaitResult } from "../../candidate-actions.ts";
import { durationText } from "../../evidence/duration-text.ts";
import { judgeFacts } from "../../evidence/judge-facts.ts";
import { acceptedWrites } from "../../evidence/result-writes.ts";

/** Information is exchanged in real time: the result is readable soon after the candidate was done. */
export const writesInTime: CaseCheck = {
  id: "application.writes-in-time",
  version: 1,
  title: "Makes the result readable within the budget after the candidate is back",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence, { declaration, settings }) =>
    judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
      if (!facts.arrived) return notExercised("No result arrived.");
      if (!declaration.completesTestOrders)
        return notApplicable("A person took the assessment; when that was done is not recorded.");
      const pages = Object.values(evidence.steps)
        .filter(({ kind }) => kind === "page.visit")
        .flatMap(({ exchanges }) => exchanges);
      const last = pages.at(-1);
      if (last === undefined) return notExercised("The candidate opened no page.");
      // Real time: the record's id is made when the answer is whole.
      const doneMs = uuidTimeMs(last.id);
      const tookMs = new Date(facts.readableAt).getTime() - doneMs;
      const writes = acceptedWrites(evidence);
      return tookMs <= settings.resultBudgetMs
        ? pass(last, ...writes)
        : fail(
            {
              expected: `the result readable within ${durationText(settings.resultBudgetMs)} after the candidate left the last page`,
              arrived: `${durationText(tookMs)}: left at ${new Date(doneMs).toISOString()}, readable at ${facts.readableAt}`,
              where: "applicantworkflow.assessmentresults",
              toDo: "Write the result when the candidate finishes instead of in a scheduled batch.",
            },
            last,
            ...writes,
          );
    }),
};
