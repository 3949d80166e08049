import { checkerError, type CaseEvidence, type Judgement } from "@slipway/conformance";

import { alteredFields } from "../../altered-fields.ts";
import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { fieldText } from "../../evidence/field-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { valuesOnTheWire } from "./values-on-the-wire.ts";

/**
 * Judges the answer to an order of use case 3. The scenario sends it only after an accepted control order; that the fault really
 * left us is asserted on the recorded request, since a field that stood there after all would blame the partner for our mistake.
 */
export function judgeIncompleteOrder(evidence: CaseEvidence, lack: string): Judgement {
  const keys = alteredFields(evidence.parameters);
  const order = `an order ${lack} ${fieldText(keys)}`;
  const expected = `status 400 to ${order}`;
  return judgeAnswer(evidence, { step: "order", expected }, (answered) => {
    const sent = valuesOnTheWire(answered.exchange, keys);
    if (sent.length > 0)
      return checkerError(
        `${order} was to be sent, but it carried ${fieldText(sent)}.`,
        answered.exchange,
      );
    const toDo = `Check every required field before you accept: ${order} is to be answered with 400 and a userMessage that names what is missing.`;
    return expectRefusal(answered, { expected, toDo });
  });
}
