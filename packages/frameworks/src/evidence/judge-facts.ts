import { checkerError, type Action, type CaseEvidence, type Judgement } from "@slipway/conformance";
import type { Json, JsonObject } from "@slipway/foundation";

import { stepFacts } from "./step-facts.ts";
import { stepObstacle } from "./step-obstacle.ts";

/** Judges what step `step` established; what is ours, what waits and what was not reached is settled here. */
export function judgeFacts<Input extends Json, Facts extends JsonObject>(
  evidence: CaseEvidence,
  { step, action }: { readonly step: string; readonly action: Action<Input, Facts> },
  judge: (facts: Facts) => Judgement,
): Judgement {
  const obstacle = stepObstacle(evidence, step);
  if (obstacle !== undefined) return obstacle;
  const facts = stepFacts(evidence, step, action);
  return facts === undefined
    ? checkerError(`Step "${step}" of ${evidence.scenario} was expected to be ${action.kind}.`)
    : judge(facts);
}
