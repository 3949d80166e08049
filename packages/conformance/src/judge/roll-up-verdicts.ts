import type { Requirement, RequirementPack } from "../requirement-pack.ts";
import type { VerdictKind } from "../verdict.ts";
import type { CheckResult } from "./judge-run.ts";

/** A requirement with all that its checks concluded. */
export interface RequirementResult {
  readonly requirement: Requirement;
  readonly verdict: VerdictKind;
  readonly results: readonly CheckResult[];
}

/**
 * What a run says as a whole.
 * - `passed`: every must-requirement was exercised and none failed; `needs-review` and `warn` do not stand against it.
 * - `failed`: at least one must-requirement failed.
 * - `not-judged`: none failed, but at least one could not be judged by us.
 * - `waiting`: somebody has still to act, or the run was ended before they did.
 * - `incomplete`: none failed, but at least one was not exercised.
 */
export type RunConclusion = "passed" | "failed" | "not-judged" | "waiting" | "incomplete";

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

/** The run's conclusion from its must-requirements. */
export function concludeRun(requirements: readonly RequirementResult[]): RunConclusion {
  const kinds = requirements
    .filter(({ requirement }) => requirement.severity === "must")
    .map(({ verdict }) => verdict);
  if (kinds.includes("fail")) return "failed";
  if (kinds.includes("checker-error")) return "not-judged";
  if (kinds.includes("waiting") || kinds.includes("cancelled")) return "waiting";
  if (kinds.length === 0 || kinds.includes("not-exercised")) return "incomplete";
  return "passed";
}

function rollUp(kinds: readonly VerdictKind[]): VerdictKind {
  return precedence.find((kind) => kinds.includes(kind)) ?? "not-exercised";
}
