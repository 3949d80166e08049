import type { RunId } from "@slipway/exchange";
import type { JsonReader } from "@slipway/foundation";

/**
 * What a run is asked to cover instead of its whole pack.
 * - `only`: ids of requirements, checks, scenarios, or use cases (`uc2`: every scenario whose id begins with `uc2.`).
 * - `failed-of`: what stands behind each requirement that an earlier run of the sandbox has not passed.
 */
export type RunSelection =
  | { readonly kind: "only"; readonly ids: readonly string[] }
  | { readonly kind: "failed-of"; readonly runId: RunId };

/**
 * The part of its pack that a run covers, settled when it starts: it drives these scenarios and asks these checks. A
 * requirement of which something lies outside never passes by it, and the run proves nothing as a whole.
 */
export interface RunPart {
  readonly selection: RunSelection;
  /** Scenario ids in the order of the pack. */
  readonly scenarios: readonly string[];
  readonly checks: readonly string[];
  /** Those among the checks for whose sake every scenario is driven: they judge a run as a whole. */
  readonly wholeRunChecks: readonly string[];
}

/** A part as it was stored with its run. */
export function parseRunPart(stored: JsonReader): RunPart {
  const texts = (name: string): readonly string[] => stored.at(name).list((one) => one.text());
  return {
    selection: parseSelection(stored.at("selection")),
    scenarios: texts("scenarios"),
    checks: texts("checks"),
    wholeRunChecks: texts("wholeRunChecks"),
  };
}

function parseSelection(stored: JsonReader): RunSelection {
  const kind = stored.at("kind").oneOf(["only", "failed-of"]);
  switch (kind) {
    case "only":
      return { kind, ids: stored.at("ids").list((id) => id.text()) };
    case "failed-of":
      // Written with the id of a run.
      return { kind, runId: stored.at("runId").text() as RunId };
  }
}
