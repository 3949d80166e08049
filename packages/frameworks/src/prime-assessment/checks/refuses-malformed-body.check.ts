import type { CaseCheck } from "@slipway/conformance";

import { parseVendorError } from "../../shared-contract.ts";
import { bodyText } from "../../evidence/body-text.ts";
import { contractFailure } from "../evidence/contract-failure.ts";
import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 400 with the vendor error standard to an order whose body is no JSON";

/** What cannot be read is the caller's fault, and is said so instead of breaking the partner. */
export const refusesMalformedBody: CaseCheck = {
  id: "orders.refuses-malformed-body",
  version: 1,
  title: "Refuses an order whose body is no JSON",
  fault: "partner",
  scope: "case",
  scenarios: ["orders.malformed-body"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "order", expected }, (answered) => {
      const refused = expectRefusal(answered, {
        expected,
        toDo: "Catch what your JSON parser throws and answer 400 with the vendor error standard.",
      });
      if (refused.verdict.kind !== "pass") return refused;
      const parsed = parseVendorError(bodyText(answered.body));
      return parsed.kind === "parsed"
        ? refused
        : contractFailure(expected, answered, parsed.findings);
    }),
};
