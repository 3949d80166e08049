import type { RunId, SandboxId } from "@slipway/exchange";

import type { RunConclusion } from "../judge/conclude-run.ts";
import type { Requirement } from "../requirement-pack.ts";
import type { VerdictKind } from "../verdict.ts";

/** Which runs a draft is held against: the newest whole run of each integration, or every one on record. */
export type ImpactScope = "newest" | "all";

/** What a draft pack would change for one finished run. Nothing of it is stored. */
export interface RunImpact {
  readonly integration: string;
  readonly runId: RunId;
  readonly sandboxId: SandboxId;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The pack of the grading that stands today. */
  readonly packVersion: string;
  readonly before: RunConclusion;
  /** `not-judged` where a fault of ours kept the draft from being asked; `trouble` then says why. */
  readonly after: RunConclusion;
  readonly changes: readonly RequirementChange[];
  readonly trouble?: string;
}

/**
 * What changes for a requirement.
 * - `new-failure`: it fails now, or its failure counts from now on.
 * - `new-pass`: it does not stand in the way any more.
 * - `newly-not-exercised`: the run holds nothing to judge it by.
 * - `no-longer-asked`: the draft does not have it.
 * - `other`: another verdict that cannot be told until somebody acts.
 */
export const changeKinds = [
  "new-failure",
  "newly-not-exercised",
  "new-pass",
  "no-longer-asked",
  "other",
] as const;

export type ChangeKind = (typeof changeKinds)[number];

export interface RequirementChange {
  readonly requirement: string;
  readonly title: string;
  readonly kind: ChangeKind;
  /** Null where the pack does not have the requirement. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** What the draft's verdict rests on, in a sentence; empty where there is nothing to say. */
  readonly why: string;
}

/** How a requirement stands. */
export interface Standing {
  readonly verdict: VerdictKind;
  readonly severity: Requirement["severity"];
}

/** Counts over all runs that were looked at. */
export interface ImpactSummary {
  readonly runs: number;
  /** Runs by what they conclude today, and would under the draft. */
  readonly before: Readonly<Partial<Record<RunConclusion, number>>>;
  readonly after: Readonly<Partial<Record<RunConclusion, number>>>;
  /** Runs whose conclusion changes. */
  readonly concludeOtherwise: number;
  /** Requirements of which anything changes, most new failures first. */
  readonly requirements: readonly RequirementImpact[];
}

export interface RequirementImpact {
  readonly requirement: string;
  readonly title: string;
  /** Runs by what changes for them. */
  readonly counts: Readonly<Partial<Record<ChangeKind, number>>>;
}
