import type { RunConclusion } from "./run-conclusion.wire.ts";
import type { VerdictKind } from "./wire.ts";

/** What a draft pack would change for the finished runs of its framework. */
export interface Impact {
  readonly format: "slipway-impact/1";
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly framework: string;
    readonly hash: string;
  };
  readonly scope: ImpactScope;
  readonly runs: readonly RunImpact[];
  readonly summary: {
    readonly runs: number;
    readonly before: Readonly<Partial<Record<RunConclusion, number>>>;
    readonly after: Readonly<Partial<Record<RunConclusion, number>>>;
    /** Runs whose conclusion changes. */
    readonly concludeOtherwise: number;
    readonly requirements: readonly {
      readonly requirement: string;
      readonly title: string;
      /** Runs by what changes for them. */
      readonly counts: Readonly<Partial<Record<ImpactChangeKind, number>>>;
    }[];
  };
}

/** The newest whole run of each integration, or every one. */
export type ImpactScope = "newest" | "all";

export type ImpactChangeKind =
  | "new-failure"
  | "newly-not-exercised"
  | "new-pass"
  | "no-longer-asked"
  | "other";

export interface RunImpact {
  readonly integration: string;
  readonly runId: string;
  readonly sandboxId: string;
  readonly startedAt: string;
  readonly packVersion: string;
  readonly before: RunConclusion;
  readonly after: RunConclusion;
  readonly changes: readonly {
    readonly requirement: string;
    readonly title: string;
    readonly kind: ImpactChangeKind;
    readonly before: Standing | null;
    readonly after: Standing | null;
    readonly why: string;
  }[];
  /** Why it could not be judged under the draft: a fault of ours. */
  readonly trouble?: string;
}

/** How a requirement stands; null where a pack does not have it. */
export interface Standing {
  readonly verdict: VerdictKind;
  readonly severity: "must" | "advisory";
}

/** Which draft is held against which runs: a pack of the framework by its version, or one as somebody wrote it. */
export interface ImpactQuestion {
  readonly framework: string;
  readonly draft: { readonly version: string } | { readonly content: object };
  /** Default `newest`. */
  readonly scope?: ImpactScope;
}
