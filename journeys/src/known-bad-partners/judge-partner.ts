import type { RunReport, VerdictKind } from "@slipway/platform-client";

import type { KnownBadPartner } from "./known-bad-partners.ts";

/** One verdict of a run that is not as a good partner's would be. */
export interface Finding {
  readonly check: string;
  readonly verdict: VerdictKind;
}

/** What a run found fault with, each check and verdict once. */
export function findingsOf({ requirements }: Pick<RunReport, "requirements">): readonly Finding[] {
  const found = requirements
    .flatMap(({ results }) => results)
    .map(({ check, verdict }) => ({ check, verdict: verdict.kind }))
    .filter(({ verdict }) => ["fail", "warn", "needs-review", "checker-error"].includes(verdict));
  return [...new Map(found.map((one) => [`${one.check} ${one.verdict}`, one])).values()];
}

/** What is wrong with the findings about a partner of whom this was expected; empty when they are right. */
export function objectionsTo(
  findings: readonly Finding[],
  { expects, verdict = "fail", mayFail = {} }: KnownBadPartner,
): readonly string[] {
  const isNamed = findings.some((one) => one.check === expects && one.verdict === verdict);
  const surplus = findings.filter(
    ({ check, verdict: found }) =>
      found === "checker-error" ||
      (found === "fail" && check !== expects && !Object.hasOwn(mayFail, check)),
  );
  return [
    ...(isNamed ? [] : [`expected ${verdict} of ${expects}, found ${textOf(findings)}`]),
    ...surplus.map((one) => `expected nothing else to fail, found ${textOf([one])}`),
  ];
}

function textOf(findings: readonly Finding[]): string {
  return findings.map(({ check, verdict }) => `${verdict} of ${check}`).join(", ") || "nothing";
}
