import { regions, type Exchange } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { CaseEvidence, Check, RunEvidence } from "../../check.ts";
import type { Finding, Verdict } from "../../verdict.ts";
import type { CheckResult } from "../check-result.ts";
import { decideFault } from "./decide-fault.ts";
import type { FaultEvidence, FaultyResult } from "./fault-decision.ts";

export interface GiveFaultOptions {
  readonly check: Pick<Check, "fault" | "provokesSandboxFaults">;
  readonly evidence: RunEvidence;
  readonly preflight: JsonObject;
}

/**
 * A result with the owner of its fault and what decided that. A failure that stands on a fault of ours proves nothing: it
 * becomes a checker-error, which says what was found none the less.
 */
export function giveFault(result: CheckResult, options: GiveFaultOptions): CheckResult {
  const { verdict, checkVersion } = result;
  if (!isFaulty(verdict)) return result;
  const faulty = { checkVersion, verdict };
  const { owner, ...fault } = decideFault(faulty, evidenceFor(result, options));
  const given = { ...result, faultOwner: owner, fault };
  return verdict.kind === "fail" && isOurs(owner)
    ? { ...given, verdict: { kind: "checker-error", reason: reasonFor(verdict, fault.facts) } }
    : given;
}

function isFaulty(verdict: Verdict): verdict is FaultyResult["verdict"] {
  return verdict.kind === "fail" || verdict.kind === "warn" || verdict.kind === "checker-error";
}

function isOurs(owner: CheckResult["faultOwner"]): boolean {
  return owner === "sandbox" || owner === "checker";
}

function reasonFor({ expected, arrived }: Finding, facts: readonly string[]): string {
  return `A fault of ours is on record in this case (${facts.join("; ")}), so that nothing is held against the partner. Expected was ${expected}; ${arrived} arrived.`;
}

function evidenceFor(
  { region, scenario, exchanges }: CheckResult,
  { check, evidence, preflight }: GiveFaultOptions,
): FaultEvidence {
  const ofTenants = regions
    .filter((one) => region === undefined || one === region)
    .flatMap((one) => exchangesOf(evidence, one));
  const ids = new Set(exchanges);
  const named = ofTenants.filter(({ id }) => ids.has(id));
  const place = evidence.cases.find((one) => one.region === region && one.scenario === scenario);
  return {
    declared: check.fault,
    provokesSandboxFaults: check.provokesSandboxFaults === true,
    steps: place?.steps ?? {},
    named,
    ofPlace: place === undefined ? named : exchangesOfCase(place),
    ofTenants,
    preflight,
  };
}

function exchangesOf(
  { cases, unattributed }: RunEvidence,
  region: CaseEvidence["region"],
): readonly Exchange[] {
  return [
    ...cases.filter((one) => one.region === region).flatMap(exchangesOfCase),
    ...unattributed[region],
  ];
}

function exchangesOfCase({ steps }: CaseEvidence): readonly Exchange[] {
  return Object.values(steps).flatMap(({ exchanges }) => exchanges);
}
