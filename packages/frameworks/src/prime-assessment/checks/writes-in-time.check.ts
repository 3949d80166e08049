import { fail, notExercised, pass, warn, type CaseCheck } from "@slipway/conformance";

import { awaitResult } from "../actions.ts";
import { durationText } from "../../evidence/duration-text.ts";
import { judgeFacts } from "../../evidence/judge-facts.ts";
import { statedCompletion } from "../evidence/stated-completion.ts";
import { acceptedWrites } from "../../evidence/result-writes.ts";
import { callOf } from "../../evidence/step-answer.ts";

/** How far the clocks of both sides may differ before a result counts as readable before its completion. */
const clockToleranceMs = 5_000;

/** Information is exchanged in real time: the result is readable soon after the candidate was done. */
export const writesInTime: CaseCheck = {
  id: "results.writes-in-time",
  version: 1,
  title: "Makes the result readable within the budget after the stated completion",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence, { settings }) =>
    judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
      if (!facts.arrived) return notExercised("No result arrived.");
      const completedAt = statedCompletion(evidence);
      if (completedAt === undefined)
        return notExercised("The partner stated no completion from which the time would count.");
      const status = callOf(evidence, "status");
      const proofs = [...acceptedWrites(evidence), ...(status === undefined ? [] : [status])];
      const tookMs = new Date(facts.readableAt).getTime() - completedAt.getTime();
      const times = `completed at ${completedAt.toISOString()}, readable at ${facts.readableAt}`;
      if (tookMs > settings.resultBudgetMs)
        return fail(
          {
            expected: `the result readable within ${durationText(settings.resultBudgetMs)} after completedAt`,
            arrived: `${durationText(tookMs)}: ${times}`,
            where: "applicantworkflow.assessmentresults",
            toDo: "Write the result when the candidate finishes instead of in a scheduled batch.",
          },
          ...proofs,
        );
      return tookMs < -clockToleranceMs
        ? warn(
            {
              expected: "completedAt before the result was readable",
              arrived: `${durationText(-tookMs)} after it: ${times}`,
              where: "answer.body.completedAt",
              toDo: "State when the candidate was done, not when the result was sent, and set the clock by a time server.",
            },
            ...proofs,
          )
        : pass(...proofs);
    }),
};
