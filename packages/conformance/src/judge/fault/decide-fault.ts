import type { FaultOwner } from "../../check.ts";
import {
  faultRuleIds,
  type FaultDecision,
  type FaultEvidence,
  type FaultyResult,
} from "./fault-decision.ts";
import { faultRules } from "./fault-rules.ts";

/** Whose fault a failure, a warning or a checker-error is, by which rule and which recorded facts. Pure. */
export function decideFault(
  result: FaultyResult,
  evidence: FaultEvidence,
): FaultDecision & { readonly owner: FaultOwner } {
  for (const rule of faultRuleIds) {
    const { owner, facts } = faultRules[rule];
    const found = facts(result, evidence);
    if (found.length > 0)
      return { owner: owner === "declared" ? evidence.declared : owner, rule, facts: found };
  }
  throw new Error("Expected the last rule to apply to every result, found that none did");
}
