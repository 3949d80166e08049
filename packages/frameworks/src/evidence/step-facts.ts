import type { Action, CaseEvidence } from "@slipway/conformance";
import type { Json, JsonObject } from "@slipway/foundation";

/** What step `name` established through `action`; undefined when it was not reached, is not done, or was another action. */
export function stepFacts<Input extends Json, Facts extends JsonObject>(
  evidence: CaseEvidence,
  name: string,
  action: Action<Input, Facts>,
): Facts | undefined {
  const step = evidence.steps[name];
  if (step?.kind !== action.kind || step.state !== "done") return undefined;
  // The performer of this kind of action established them; its kind ties the two types together.
  return step.facts as Facts | undefined;
}
