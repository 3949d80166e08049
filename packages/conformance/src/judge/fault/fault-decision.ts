import type { JsonObject } from "@slipway/foundation";
import type { Exchange } from "@slipway/exchange";

import type { FaultOwner, StepEvidence } from "../../check.ts";
import type { Verdict } from "../../verdict.ts";

/** By which rule a result's fault was given to its owner, and the recorded facts that decided it, as sentences without full stops. */
export interface FaultDecision {
  readonly rule: FaultRuleId;
  readonly facts: readonly string[];
}

/** The rules in the order in which they are asked; public, and never renamed. What each says stands in `fault-rules.ts`. */
export const faultRuleIds = [
  "checker.not-asked",
  "sandbox.server-error",
  "checker.outcome-unknown",
  "checker.step-broke",
  "checker.check-broke",
  "configuration.endpoint-wrong",
  "configuration.nothing-listens",
  "partner.went-away",
  "configuration.credentials-refused",
  "partner.no-usable-answer",
  "check.says-so",
  "partner.answered",
] as const;

export type FaultRuleId = (typeof faultRuleIds)[number];

/** What a rule may look at of a result. */
export interface FaultyResult {
  readonly checkVersion: number;
  /** A failure, a warning, or what we could not judge. */
  readonly verdict: Extract<Verdict, { readonly kind: "fail" | "warn" | "checker-error" }>;
}

/** What is on record around a result. */
export interface FaultEvidence {
  /** Whose fault the check says a failure is. */
  readonly declared: FaultOwner;
  /** The check's scenarios make the sandbox fail on purpose. */
  readonly provokesSandboxFaults: boolean;
  /** Steps of the result's case by name; none where it judges the run. */
  readonly steps: Readonly<Record<string, StepEvidence>>;
  /** The exchanges that the result names. */
  readonly named: readonly Exchange[];
  /** Every exchange of the result's case; of a result about the run, those that it names. */
  readonly ofPlace: readonly Exchange[];
  /** Every exchange of the run in the tenants that the result is about. */
  readonly ofTenants: readonly Exchange[];
  /** What the preflight found before the run started. */
  readonly preflight: JsonObject;
}
