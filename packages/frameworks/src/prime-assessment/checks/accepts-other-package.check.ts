import { fail, notApplicable, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { isAccepting } from "../evidence/is-accepting.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { listedPackages } from "../evidence/listed-packages.ts";

const expected =
  "status 202 (or 200) to an order for another package of a candidate who has an open one";

/** Two packages are two assessments: a duplicate has the same candidate, job and package. */
export const acceptsOtherPackage: CaseCheck = {
  id: "orders.accepts-other-package",
  version: 1,
  title: "Accepts a second package for the same candidate and job",
  fault: "partner",
  scope: "case",
  scenarios: ["orders.other-package"],
  judge: (evidence) => {
    const active = listedPackages(evidence, "packages").filter((one) => one["active"] === true);
    if (active.length === 1) return notApplicable("The partner lists one active package only.");
    return judgeAnswer(evidence, { step: "other", expected }, (answered) =>
      isAccepting(answered.status)
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: "Recognise duplicates by candidate, job and package together, and by the order id; a second package is a new order with a result row of its own.",
            },
            answered.exchange,
          ),
    );
  },
};
