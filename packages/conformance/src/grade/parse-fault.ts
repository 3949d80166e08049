import type { JsonReader } from "@slipway/foundation";

import { faultRuleIds, type FaultDecision } from "../judge/fault/fault-decision.ts";

/** What decided whose fault a result is, as `writeGrading` stored it. */
export function parseFault(stored: JsonReader): FaultDecision {
  return {
    rule: stored.at("rule").oneOf(faultRuleIds),
    facts: stored.at("facts").list((fact) => fact.text()),
  };
}
