import { checkerError, type CaseEvidence, type Judgement } from "@slipway/conformance";

import { alteredFields } from "../scenarios/altered-fields.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { valuesOnTheWire } from "./wire-values.ts";
import type { Answered } from "./step-answer.ts";

/**
 * Judges the answer to an order of use case 3. The scenario sends it only after an accepted control order; that the fault really
 * left us is asserted on the recorded request, since a field that stood there after all would blame the partner for our mistake.
 */
export function judgeAlteredOrder(
  evidence: CaseEvidence,
  expected: string,
  judge: (answered: Answered) => Judgement,
): Judgement {
  return judgeAnswer(evidence, { step: "order", expected }, (answered) => {
    const sent = valuesOnTheWire(answered.exchange, alteredFields(evidence.parameters));
    return sent.length === 0
      ? judge(answered)
      : checkerError(
          `The order was to lack ${sent.join(", ")}, but carried it.`,
          answered.exchange,
        );
  });
}
