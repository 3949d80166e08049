import type { Exchange, Region } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

import type { Judgement } from "./verdict.ts";

/** Whose fault a failure is. A check says whose one of its own is where no recorded fact says otherwise. */
export type FaultOwner = "partner" | "configuration" | "sandbox" | "checker";

/**
 * A check judges recorded exchanges and declared facts; it sends nothing and reaches neither network nor database. Its
 * severity and the requirements it serves live in the requirement pack.
 */
export type Check = CaseCheck | RunCheck;

interface CheckHead {
  /** Stable and public, `area.what-the-partner-does`, as `orders.refuses-repeated-order`. */
  readonly id: string;
  /** Raised when the same evidence may be judged differently than before. */
  readonly version: number;
  /** The requirement as a sentence about the partner. */
  readonly title: string;
  readonly fault: FaultOwner;
  /** Its scenarios make the sandbox fail on purpose: a 5xx of ours is no reason then to take a failure from the partner. */
  readonly provokesSandboxFaults?: true;
}

/** Judges each case (one scenario, once, in one tenant) by itself. Cases that were not driven give not-exercised. */
export interface CaseCheck extends CheckHead {
  readonly scope: "case";
  /** The scenarios whose cases it judges: an id, without the instance (`uc3.missing-field`, not `uc3.missing-field:person.email`). */
  readonly scenarios: readonly string[];
  readonly judge: (evidence: CaseEvidence, context: JudgeContext) => Judgement;
}

/** Judges a run as a whole, with both tenants side by side. May conclude several times. */
export interface RunCheck extends CheckHead {
  readonly scope: "run";
  /** The scenarios whose traffic it needs, as in `CaseCheck`; left out: all. Who asks for this check alone has them driven. */
  readonly scenarios?: readonly string[];
  readonly judge: (evidence: RunEvidence, context: JudgeContext) => readonly RegionJudgement[];
}

/** What a check of the whole run concluded, about one tenant or both. */
export interface RegionJudgement extends Judgement {
  /** Left out where the judgement is about both tenants. */
  readonly region?: Region;
}

/** What a scenario did in one tenant, and what was recorded meanwhile. */
export interface CaseEvidence {
  readonly region: Region;
  /** Scenario id with its instance, as `uc3.missing-field:person.email`. */
  readonly scenario: string;
  /** What tells this instance from the scenario's others, as `{ field: 'person.email' }`. */
  readonly parameters: JsonObject;
  /** Steps by name in the order they began; only those of the attempt that counts. */
  readonly steps: Readonly<Record<string, StepEvidence>>;
}

/** A step as the checks see it. */
export interface StepEvidence {
  readonly kind: string;
  readonly state: "done" | "waiting" | "lost" | "broken";
  readonly input: Json;
  /** What the step established, as the action recorded it; undefined until it is done. */
  readonly facts: JsonObject | undefined;
  /** Why it is lost or broken; only then. */
  readonly reason?: string;
  /** Who is awaited, to do what, until when (ISO 8601); only while the step waits. */
  readonly waiting?: { readonly for: string; readonly toDo: string; readonly until: string };
  /** Exchanges tied to this step by tenant, person, workflow and order id, oldest first. */
  readonly exchanges: readonly Exchange[];
}

/** Everything that was recorded of a run. */
export interface RunEvidence {
  readonly cases: readonly CaseEvidence[];
  /** Exchanges of the run that fit no step: they fail nobody. */
  readonly unattributed: Readonly<Record<Region, readonly Exchange[]>>;
}

/** What checks may know besides the exchanges. */
export interface JudgeContext {
  readonly declaration: Declaration;
  readonly settings: PackSettings;
  readonly tenants: Readonly<Record<Region, TenantFacts>>;
}

/** What the partner declared about the integration; see the framework's guide. */
export interface Declaration {
  /** The partner completes orders marked `test: true` without a person. */
  readonly completesTestOrders: boolean;
  readonly supportsCancel: boolean;
  /** The partner adds a package to its list when the platform asks for one to be added; absent: no. */
  readonly addsTestPackage?: boolean;
  readonly manifest: readonly ManifestEntry[];
  /** Wordings by which the partner's messages name a field, by `person.email`-style key. */
  readonly wordings: Readonly<Record<string, readonly string[]>>;
}

/** A field that the integration reads or writes, as the partner declared it. */
export interface ManifestEntry {
  /** `person`, `job`, `company`, `applicantworkflow`. */
  readonly profileType: string;
  readonly field: string;
  readonly access: "read" | "read-write";
  readonly required: boolean;
}

/** Numbers of a pack that checks and scenarios obey; durations in milliseconds. */
export interface PackSettings {
  /** How long the partner may take to answer an order. */
  readonly answerBudgetMs: number;
  /** How long from the completion that the partner states to the readable result row. */
  readonly resultBudgetMs: number;
  /** How long a run waits for what a person at the partner's side completes. */
  readonly completionWindowMs: number;
  /** The same where the partner declared that test orders complete by themselves. */
  readonly testCompletionWindowMs: number;
}

/** What checks may know of a tenant. */
export interface TenantFacts {
  readonly customerId: string;
  readonly publicBase: string;
  /** The tenant's label of each field, by `person.email`-style key. */
  readonly labels: Readonly<Record<string, string>>;
}
