import { notExercised, type CaseCheck } from "@slipway/conformance";

import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { wasCompleteAt } from "../evidence/stated-completion.ts";

const expected =
  "status 400 to another order for the same candidate, job and package while the first is open";

/** A recruiter who orders again from another place gets a new id: the candidate is not to be tested twice. */
export const refusesOtherIdSameRequest: CaseCheck = {
  id: "orders.refuses-other-id-same-request",
  version: 1,
  title: "Refuses a second order for the same candidate, job and package while the first is open",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.other-id-same-request"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "repeat", expected }, (answered) =>
      answered.status !== 400 && wasCompleteAt(evidence, answered.exchange)
        ? notExercised(
            "The first order was complete before the second was sent; a new one is allowed then.",
          )
        : expectRefusal(answered, {
            expected,
            toDo: "Beside orderId, let candidate.id, job.id and packageId of a customer be unique among your open orders.",
          }),
    ),
};
