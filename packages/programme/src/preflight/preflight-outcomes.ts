import type { PreflightOutcome } from "./preflight-report.ts";

type Finding = Omit<Extract<PreflightOutcome, { kind: "red" | "amber" }>, "kind">;

export function green(found: string): PreflightOutcome {
  return { kind: "green", found };
}

export function amber(finding: Finding): PreflightOutcome {
  return { kind: "amber", ...finding };
}

export function red(finding: Finding): PreflightOutcome {
  return { kind: "red", ...finding };
}

export function notApplicable(why: string): PreflightOutcome {
  return { kind: "not-applicable", why };
}

export function notExercised(why: string): PreflightOutcome {
  return { kind: "not-exercised", why };
}
