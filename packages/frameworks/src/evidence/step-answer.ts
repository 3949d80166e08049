import {
  checkerError,
  notExercised,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange, NoAnswerReason, OutboundKind, RecordedBody } from "@slipway/exchange";

import { stepObstacle } from "./step-obstacle.ts";

/** An answer of the partner, with the exchange that proves it. */
export interface Answered {
  readonly kind: "answered";
  readonly exchange: Exchange;
  readonly status: number;
  readonly body: RecordedBody;
}

/** The partner was called and gave no usable answer, for a reason on its side or on the way. */
export interface Unanswered {
  readonly kind: "unanswered";
  readonly exchange: Exchange;
  readonly reason: NoAnswerReason;
  readonly detail: string;
}

export type StepAnswer =
  | Answered
  | Unanswered
  | { readonly kind: "obstacle"; readonly judgement: Judgement };

/** What the partner answered to the call that step `name` made. */
export function stepAnswer(evidence: CaseEvidence, name: string): StepAnswer {
  const obstacle = stepObstacle(evidence, name);
  if (obstacle !== undefined) return { kind: "obstacle", judgement: obstacle };
  const exchange = callOf(evidence, name);
  if (exchange === undefined) {
    const why = `No call to the partner was recorded for step "${name}" of ${evidence.scenario}.`;
    return { kind: "obstacle", judgement: notExercised(why) };
  }
  const { answer } = exchange;
  if (answer.kind === "answered")
    return { kind: "answered", exchange, status: answer.status, body: answer.body };
  return oursWas(answer.reason)
    ? { kind: "obstacle", judgement: checkerError(`No answer: ${answer.detail}`, exchange) }
    : { kind: "unanswered", exchange, reason: answer.reason, detail: answer.detail };
}

/** The call to the partner that step `name` made; undefined when none was recorded. */
export function callOf(evidence: CaseEvidence, name: string): Exchange | undefined {
  const step = evidence.steps[name];
  const purpose = step && purposes[step.kind];
  return step?.exchanges.find(
    ({ actor }) => actor.kind === "platform" && actor.purpose === purpose,
  );
}

const purposes: Readonly<Record<string, OutboundKind>> = {
  "application.complete": "event",
  "candidate.move": "event",
  "event.repeat": "event",
  "order.cancel": "cancel",
  "order.send": "order",
  "order.status": "order-status",
  "packages.sync": "package-sync",
  "page.visit": "candidate-visit",
};

/** What we cannot lay at the partner's door: we died meanwhile, or did not send at all. */
function oursWas(reason: NoAnswerReason): boolean {
  return reason === "outcome-unknown" || reason === "address-forbidden";
}
