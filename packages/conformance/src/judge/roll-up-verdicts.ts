import type { Requirement, RequirementPack } from "../requirement-pack.ts";
import type { VerdictKind } from "../verdict.ts";
import type { CheckResult } from "./check-result.ts";

/** A requirement with all that its checks concluded. */
export interface RequirementResult {
  readonly requirement: Requirement;
  readonly verdict: VerdictKind;
  readonly results: readonly CheckResult[];
}

/**
 * The policy in one line: the first kind of this list that occurs decides. A proved failure stands whatever else could not be
 * judged; what could not be judged, is awaited or was never exercised keeps a requirement from passing.
 */
const precedence: readonly VerdictKind[] = [
  "fail",
  "checker-error",
  "waiting",
  "cancelled",
  "not-exercised",
  "needs-review",
  "warn",
  "pass",
  "not-applicable",
];

/** Each requirement's verdict, in the order of the pack. */
export function rollUpRequirements(
  pack: RequirementPack,
  results: readonly CheckResult[],
): readonly RequirementResult[] {
  return pack.requirements.map((requirement) => {
    const own = results.filter((result) => requirement.checks.includes(result.checkId));
    return { requirement, verdict: rollUp(own.map((result) => result.verdict.kind)), results: own };
  });
}

function rollUp(kinds: readonly VerdictKind[]): VerdictKind {
  return precedence.find((kind) => kinds.includes(kind)) ?? "not-exercised";
}
