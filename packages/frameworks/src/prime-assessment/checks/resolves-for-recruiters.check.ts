import {
  checkerError,
  fail,
  notExercised,
  pass,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";

import { sendOrder } from "../actions.ts";
import { judgeRefusal } from "../../evidence/judge-answer.ts";
import { stepFacts } from "../evidence/step-facts.ts";
import type { Answered } from "../../evidence/step-answer.ts";
import { askedBy } from "../../messages/rules/message-rule.ts";
import { tokensResolve } from "../../messages/rules/tokens-resolve.rule.ts";
import { messagePlace, refusalMessage } from "../../messages/refusal-message.ts";

/** What the recruiter of each tenant read: every token stood for one of that tenant's labels. */
export const resolvesForRecruiters: CaseCheck = {
  id: "messages.resolves-for-recruiters",
  version: 1,
  title: "Uses only tokens that stand for a field, so that recruiters read labels",
  fault: "partner",
  scope: "case",
  scenarios: [
    "uc2.repeated-order",
    "uc3.missing-field",
    "uc3.two-missing",
    "uc3.blank",
    "uc3.blanks-only",
  ],
  judge: (evidence) => {
    const step = evidence.scenario.startsWith("uc2.") ? "repeat" : "order";
    return judgeRefusal(evidence, step, (answered) => judgeView(evidence, step, answered));
  },
};

function judgeView(evidence: CaseEvidence, step: string, answered: Answered): Judgement {
  const { exchange } = answered;
  if (refusalMessage(answered) === undefined)
    return notExercised("The refusal has no userMessage to show.");
  const view = stepFacts(evidence, step, sendOrder)?.recruiterView;
  if (view?.tone !== "error")
    return checkerError("A refusal was not shown to the recruiter as an error.", exchange);
  const arrived = tokensResolve.arrived({ shown: view.text });
  if (arrived === undefined) return pass(exchange);
  return fail(
    {
      expected: askedBy("tokens of the form {{profileType.fieldId}}, each of a field of the ATS", [
        tokensResolve.id,
      ]),
      arrived,
      where: messagePlace,
      toDo: tokensResolve.toDo,
    },
    exchange,
  );
}
