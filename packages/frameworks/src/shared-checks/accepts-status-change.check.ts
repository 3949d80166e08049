import { fail, pass, warn, type CaseCheck, type Judgement } from "@slipway/conformance";

import { answerText } from "../evidence/answer-text.ts";
import { judgeAnswer } from "../evidence/judge-answer.ts";
import type { Answered } from "../evidence/step-answer.ts";

const expected = "status 200 to WorkFlowStatusChangeEvent";

/** Events arrive for every candidate of the customer, also for those who were never ordered. */
export const acceptsStatusChange: CaseCheck = {
  id: "events.accepts-status-change",
  version: 1,
  title: "Accepts the event of a candidate's status change",
  fault: "partner",
  scope: "case",
  scenarios: ["events.status-change"],
  judge: (evidence) => judgeAnswer(evidence, { step: "move", expected }, judgeEvent),
};

function judgeEvent(answered: Answered): Judgement {
  const { exchange, status } = answered;
  if (status >= 200 && status < 300) return pass(exchange);
  const finding = { expected, arrived: answerText(answered), where: "answer.status" };
  return status === 303
    ? warn(
        {
          ...finding,
          toDo: "Answer 200: with 303 the recruiter is shown a page after each move of a candidate.",
        },
        exchange,
      )
    : fail({ ...finding, toDo: toDo(status) }, exchange);
}

function toDo(status: number): string {
  if (status === 400 || status === 415)
    return "Decompress the body by its Content-Encoding: gzip before you parse it, take ids as text, and accept candidates that you do not know.";
  if (status === 401 || status === 403)
    return "Accept the credentials that are configured for this customer on POST {endpoint}/events as well.";
  return "Serve POST {endpoint}/events, answer 200 at once, and ignore candidates that you do not know.";
}
