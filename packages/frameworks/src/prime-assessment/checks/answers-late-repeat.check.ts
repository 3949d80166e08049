import {
  fail,
  pass,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { bodyJson, memberAt } from "../../evidence/body-json.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { stepAnswer, type Answered } from "../../evidence/step-answer.ts";

const expected =
  "status 400, or 200 with the earlier order: its partnerOrderId, or its orderId with status complete";

/** After the result the same order may be refused or answered with what is there already; it never begins a new one. */
export const answersLateRepeat: CaseCheck = {
  id: "orders.answers-late-repeat",
  version: 1,
  title: "Refuses a repeat after the result, or answers with the earlier one",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.late-repeat"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "repeat", expected }, (answered) =>
      judgeRepeat(evidence, answered),
    ),
};

function judgeRepeat(evidence: CaseEvidence, answered: Answered): Judgement {
  if (answered.status === 400 || (answered.status === 200 && tellsEarlier(evidence, answered)))
    return pass(answered.exchange);
  return fail(
    {
      expected,
      arrived: answerText(answered),
      where: answered.status === 200 ? "answer.body" : "answer.status",
      toDo: "Look the orderId up before you create an order; when it is complete, answer 400, or 200 with the partnerOrderId that you gave first.",
    },
    answered.exchange,
  );
}

function tellsEarlier(evidence: CaseEvidence, answered: Answered): boolean {
  const repeat = bodyJson(answered.body);
  const first = stepAnswer(evidence, "order");
  const given =
    first.kind === "answered" ? memberAt(bodyJson(first.body), ["partnerOrderId"]) : undefined;
  const ordered = memberAt(bodyJson(answered.exchange.request.body), ["orderId"]);
  return (
    (given !== undefined && memberAt(repeat, ["partnerOrderId"]) === given) ||
    (memberAt(repeat, ["orderId"]) === ordered && memberAt(repeat, ["status"]) === "complete")
  );
}
