import type { CaseCheck } from "@slipway/conformance";

import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 400 to an order for a packageId that the partner does not list";

/** A job may name a package that was withdrawn since; the recruiter can choose another. */
export const refusesUnknownPackage: CaseCheck = {
  id: "orders.refuses-unknown-package",
  version: 1,
  title: "Refuses an order for a package that it does not list",
  fault: "partner",
  scope: "case",
  scenarios: ["orders.unknown-package"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "order", expected }, (answered) =>
      expectRefusal(answered, {
        expected,
        toDo: "Look the packageId up among the packages of this customer; answer 400 with a userMessage that says that the package is not offered, and do not fall back to another.",
      }),
    ),
};
