import type { RunPart } from "../runs/run-part.ts";
import type { RequirementResult } from "./roll-up-verdicts.ts";

/**
 * What a run says as a whole.
 * - `passed`: every must-requirement was exercised and none failed; `needs-review` and `warn` do not stand against it.
 * - `failed`: at least one must-requirement failed.
 * - `not-judged`: none failed, but at least one could not be judged by us.
 * - `waiting`: somebody has still to act, or the run was ended before they did.
 * - `incomplete`: none failed, but at least one was not exercised.
 * - `partial`: none failed of what the run covers, which is not its whole pack: it proves nothing as a whole.
 */
export type RunConclusion =
  | "passed"
  | "failed"
  | "not-judged"
  | "waiting"
  | "incomplete"
  | "partial";

/** The run's conclusion from its must-requirements; a run that covers a part of its pack never reads passed. */
export function concludeRun(
  requirements: readonly RequirementResult[],
  part?: RunPart,
): RunConclusion {
  const kinds = requirements
    .filter(({ requirement }) => requirement.severity === "must")
    .map(({ verdict }) => verdict);
  if (kinds.includes("fail")) return "failed";
  if (kinds.includes("checker-error")) return "not-judged";
  if (kinds.includes("waiting") || kinds.includes("cancelled")) return "waiting";

  if (part !== undefined) return "partial";
  if (kinds.length === 0 || kinds.includes("not-exercised")) return "incomplete";
  return "passed";
}
