import type { CaseCheck } from "@slipway/conformance";

import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 400 to the id of an earlier order with another candidate in the body";

/** An id stands for one order: what else arrives under it is a mistake, not a change. */
export const refusesSameIdOtherBody: CaseCheck = {
  id: "orders.refuses-same-id-other-body",
  version: 1,
  title: "Refuses an earlier order's id with another candidate",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.same-id-other-body"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "repeat", expected }, (answered) =>
      expectRefusal(answered, {
        expected,
        toDo: "Look the orderId up before anything else: when it is known, answer 400, whatever the body says.",
      }),
    ),
};
