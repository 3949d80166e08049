import { isProfileNoun, vendorErrors } from "@slipway/ats-model";

import { SandboxProblem, unknownPath } from "../call/sandbox.problems.ts";
import type { Step } from "../call/steps-of.ts";

/** The path exists, but not with this verb. */
export function rejectVerb(allowed: readonly string[]): Step<unknown, never> {
  return ({ arrival }) => {
    const { noun } = arrival.params;
    if (noun !== undefined && !isProfileNoun(noun)) throw unknownPath();
    throw verbUnsupported(arrival.method, allowed);
  };
}

/** The verb is not supported here; the header `allow` has those that are. */
export function verbUnsupported(method: string, allowed: readonly string[]): SandboxProblem {
  const { code, status } = vendorErrors.verbNotSupported;
  return new SandboxProblem({
    code: "SANDBOX-VERB-UNSUPPORTED",
    status,
    items: [{ code, message: `Not supported: expected ${allowed.join(" or ")}, found ${method}.` }],
    headers: [["allow", allowed.join(", ")]],
  });
}
