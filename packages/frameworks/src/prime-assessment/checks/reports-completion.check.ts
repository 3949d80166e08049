import { fail, notExercised, pass, type CaseCheck, type Judgement } from "@slipway/conformance";

import { awaitResult } from "../actions.ts";
import { parseOrderStatus, type OrderStatus } from "../contract.ts";
import { answerText } from "../../evidence/answer-text.ts";
import { bodyText } from "../../evidence/body-text.ts";
import { contractFailure } from "../evidence/contract-failure.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { stepFacts } from "../../evidence/step-facts.ts";
import type { Answered } from "../../evidence/step-answer.ts";

const expected = 'status 200 with status "complete" and completedAt with milliseconds';
const stamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,}(?:Z|[+-]\d{2}:\d{2})$/u;

/** The partner states when the candidate was done; the time of the result counts from there. */
export const reportsCompletion: CaseCheck = {
  id: "orders.reports-completion",
  version: 1,
  title: "Reports the state of an order and when it was completed",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) => {
    if (stepFacts(evidence, "result", awaitResult)?.arrived === false)
      return notExercised("No result arrived, so there is no completion to report.");
    return judgeAnswer(evidence, { step: "status", expected }, judgeStatus);
  },
};

function judgeStatus(answered: Answered): Judgement {
  const { exchange, status, body } = answered;
  if (status !== 200)
    return fail(
      {
        expected,
        arrived: answerText(answered),
        where: "answer.status",
        toDo: "Serve GET {endpoint}/orders/{orderId}?customerId=… for every order that was accepted, by the orderId of the order.",
      },
      exchange,
    );
  const parsed = parseOrderStatus(bodyText(body));
  if (parsed.kind === "findings") return contractFailure(expected, answered, parsed.findings);
  const finding = completionFinding(parsed.value);
  return finding === undefined ? pass(exchange) : fail({ expected, ...finding }, exchange);
}

interface CompletionFault {
  readonly arrived: string;
  readonly where: string;
  readonly toDo: string;
}

function completionFinding({ status, completedAt }: OrderStatus): CompletionFault | undefined {
  if (status !== "complete")
    return {
      arrived: `status "${status}", while the result is in the ATS already`,
      where: "answer.body.status",
      toDo: "Set the order to complete when the candidate is done, before you write the result.",
    };
  if (completedAt === undefined || !stamp.test(completedAt))
    return {
      arrived: completedAt === undefined ? "no completedAt" : `completedAt "${completedAt}"`,
      where: "answer.body.completedAt",
      toDo: "State when the candidate was done as ISO 8601 with milliseconds and zone: 2026-02-03T10:15:30.250Z.",
    };
  return undefined;
}
