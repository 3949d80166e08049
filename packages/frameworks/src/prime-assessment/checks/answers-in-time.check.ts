import { fail, notExercised, pass, type CaseCheck, type CaseEvidence } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { durationText } from "../evidence/duration-text.ts";
import { stepAnswer } from "../../evidence/step-answer.ts";
import { stepObstacle } from "../../evidence/step-obstacle.ts";

/** Information is exchanged in real time: a recruiter waits for the answer to each order. */
export const answersInTime: CaseCheck = {
  id: "orders.answers-in-time",
  version: 1,
  title: "Answers every order within the budget",
  fault: "partner",
  scope: "case",
  scenarios: [
    "uc1.end-to-end",
    "uc2.repeated-order",
    "uc2.two-at-once",
    "uc3.missing-field",
    "uc3.two-missing",
  ],
  judge: (evidence, { settings }) => {
    const orders = orderSteps(evidence);
    const answered = orders.flatMap((step) => answeredExchange(evidence, step));
    const slowest = answered.toSorted((one, other) => other.durationMs - one.durationMs)[0];
    if (slowest === undefined) return nothingToTime(evidence, orders);
    const budget = durationText(settings.answerBudgetMs);
    return slowest.durationMs <= settings.answerBudgetMs
      ? pass(...answered)
      : fail(
          {
            expected: `an answer within ${budget}, counted from the order's first byte to the answer's last`,
            arrived: `an answer after ${durationText(slowest.durationMs)}`,
            where: "durationMs",
            toDo: "Store the order, answer 202, and do the rest afterwards; read from the ATS only what the decision needs.",
          },
          slowest,
        );
  },
};

function orderSteps({ steps }: CaseEvidence): readonly string[] {
  return Object.entries(steps)
    .filter(([, { kind }]) => kind === "order.send")
    .map(([name]) => name);
}

function answeredExchange(evidence: CaseEvidence, step: string): readonly Exchange[] {
  const answer = stepAnswer(evidence, step);
  return answer.kind === "answered" ? [answer.exchange] : [];
}

function nothingToTime(
  evidence: CaseEvidence,
  orders: readonly string[],
): ReturnType<typeof notExercised> {
  const obstacle = orders
    .map((step) => stepObstacle(evidence, step))
    .find((one) => one !== undefined);
  return obstacle ?? notExercised(`No order of ${evidence.scenario} was answered.`);
}
