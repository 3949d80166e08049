import type { Exchange } from "@slipway/exchange";

import type { Finding, Judgement } from "./verdict.ts";

/** The requirement is proved by these exchanges. */
export function pass(...exchanges: readonly Exchange[]): Judgement {
  return { verdict: { kind: "pass" }, exchanges: idsOf(exchanges) };
}

/** The opposite is proved by these exchanges. */
export function fail(finding: Finding, ...exchanges: readonly Exchange[]): Judgement {
  return { verdict: { kind: "fail", ...finding }, exchanges: idsOf(exchanges) };
}

/** Nothing forbidden happened, but the partner should know. */
export function warn(finding: Finding, ...exchanges: readonly Exchange[]): Judgement {
  return { verdict: { kind: "warn", ...finding }, exchanges: idsOf(exchanges) };
}

/** Only a person can tell. */
export function needsReview(question: string, ...exchanges: readonly Exchange[]): Judgement {
  return { verdict: { kind: "needs-review", question }, exchanges: idsOf(exchanges) };
}

/** The requirement does not concern this integration or place. */
export function notApplicable(why: string): Judgement {
  return { verdict: { kind: "not-applicable", why }, exchanges: [] };
}

/** There was nothing to judge. */
export function notExercised(why: string): Judgement {
  return { verdict: { kind: "not-exercised", why }, exchanges: [] };
}

/** A precondition of ours did not hold. */
export function checkerError(reason: string, ...exchanges: readonly Exchange[]): Judgement {
  return { verdict: { kind: "checker-error", reason }, exchanges: idsOf(exchanges) };
}

function idsOf(exchanges: readonly Exchange[]): Judgement["exchanges"] {
  return exchanges.map((exchange) => exchange.id);
}
