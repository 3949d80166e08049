import { fail, notApplicable, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { isAccepting } from "../evidence/is-accepting.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected =
  "status 202 (or 200) to a new order for a candidate, job and package of which none is open";

/** Assessments are repeated: a new order id after the result is a new order. */
export const acceptsSecondRound: CaseCheck = {
  id: "orders.accepts-second-round",
  version: 1,
  title: "Accepts the same package once more after its result",
  fault: "partner",
  scope: "case",
  scenarios: ["orders.second-round"],
  judge: (evidence, { declaration }) => {
    if (!declaration.completesTestOrders)
      return notApplicable("It is tried where test orders complete by themselves.");
    return judgeAnswer(evidence, { step: "again", expected }, (answered) =>
      isAccepting(answered.status)
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: "Refuse another order id for the same candidate, job and package only while an order is open; afterwards it begins a new round, with a result row of its own.",
            },
            answered.exchange,
          ),
    );
  },
};
