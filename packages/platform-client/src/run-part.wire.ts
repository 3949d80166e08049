/** What a run is asked to cover instead of its whole pack: ids of its pack, or what an earlier run has not passed. */
export type RunStartSelection =
  | { readonly only: readonly string[] }
  | { readonly failedOf: string };

/** The part of its pack that a run covers; it proves nothing as a whole. */
export interface RunPart {
  readonly selection:
    | { readonly kind: "only"; readonly ids: readonly string[] }
    | { readonly kind: "failed-of"; readonly runId: string };
  readonly scenarios: readonly string[];
  readonly checks: readonly string[];
  /** Those among the checks for whose sake every scenario is driven. */
  readonly wholeRunChecks: readonly string[];
}

/** What a partial run covers of its pack. */
export interface ReportedPart extends RunPart {
  /** Ids of the requirements that are not part of the run. */
  readonly leftOut: readonly string[];
  /** Ids of those of which it covers something, and not all. */
  readonly partly: readonly string[];
}
