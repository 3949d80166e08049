import { notExercised, pass, warn, type CaseCheck } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { partnerCalls } from "../evidence/partner-calls.ts";
import { stepObstacle } from "../evidence/step-obstacle.ts";

/** Other checks judge what these two mean. */
const judgedElsewhere = new Set([401, 429]);

/** Use case 1 runs without errors: a refused call that a partner mends or ignores is one all the same. */
export const makesCallsThatSucceed: CaseCheck = {
  id: "api.makes-calls-that-succeed",
  version: 1,
  title: "Makes no call that the ATS refuses while an order runs end to end",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) => {
    const calls = partnerCalls(evidence);
    if (calls.length === 0)
      return stepObstacle(evidence, "result") ?? notExercised("The partner did not call the ATS.");
    const refused = calls.filter((call) => refusalOf(call) !== undefined);
    return refused.length === 0
      ? pass(...calls)
      : warn(
          {
            expected: "no call refused from the order to its result",
            arrived: [...new Set(refused.map(refusalOf))].join("; "),
            where: "answer.status",
            toDo: "Read the errors in the body and in X-Error of these answers; a call that is expected to fail is better not made.",
          },
          ...refused,
        );
  },
};

function refusalOf({ request, answer }: Exchange): string | undefined {
  if (answer.kind !== "answered" || answer.status < 400 || judgedElsewhere.has(answer.status))
    return undefined;
  return `${request.method} ${request.path} was answered with ${answer.status}`;
}
