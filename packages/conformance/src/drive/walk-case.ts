import type { Json, JsonObject } from "@slipway/foundation";

import type { Action, Stage } from "../scenario.ts";
import type { CasePlan } from "./case-plan.ts";
import type { StepRow } from "./step-row.ts";

/**
 * Where a case stands after it was walked once.
 * - `finished`: the scenario ran to its end on recorded facts.
 * - `waiting`: it left at a step that waits.
 * - `lost`: a step's outcome is unknown for ever; the scenario is to be driven anew.
 * - `broken`: a precondition of ours does not hold.
 */
export type CaseState =
  | { readonly kind: "finished" }
  | { readonly kind: "waiting"; readonly for: "platform" | "partner" }
  | { readonly kind: "lost" | "broken"; readonly reason: string };

/** Begins a step, or looks at one that waits, and returns it as it then stands. */
export type Advance = (step: string, kind: string, input: Json) => Promise<StepRow>;

/**
 * Walks a scenario from its start; steps that have their facts return them at once. What `advance` throws (the database is
 * away) is thrown on: the walk is simply done again later.
 */
export async function walkCase(
  plan: CasePlan,
  stagePlan: Pick<Stage, "declaration" | "settings">,
  advance: Advance,
): Promise<CaseState> {
  try {
    await plan.scenario.play(createStage(plan, stagePlan, advance));
    return { kind: "finished" };
  } catch (error) {
    if (error instanceof LeftScenario) return error.state;
    if (error instanceof AdvanceFailed) throw error.cause;
    // A scenario that throws is a bug of ours, told as such and never as the partner's fault.
    return { kind: "broken", reason: error instanceof Error ? error.message : String(error) };
  }
}

function createStage(
  plan: CasePlan,
  stagePlan: Pick<Stage, "declaration" | "settings">,
  advance: Advance,
): Stage {
  const advanceOrFail: Advance = async (...step) => {
    try {
      return await advance(...step);
    } catch (error) {
      throw new AdvanceFailed("The walk could not go on", { cause: error });
    }
  };
  const step = async <Input extends Json, Facts extends JsonObject>(
    name: string,
    action: Action<Input, Facts>,
    input: Input,
  ): Promise<Facts> => factsOf<Facts>(await advanceOrFail(name, action.kind, input));

  const together: Stage["together"] = async (steps) => {
    const rows = await Promise.all(
      steps.map(async (one) => advanceOrFail(one.name, one.action.kind, one.input)),
    );
    return rows.map((row) => factsOf(row));
  };
  return { ...stagePlan, region: plan.region, parameters: plan.parameters, step, together };
}

function factsOf<Facts extends JsonObject>(row: StepRow): Facts {
  const { outcome } = row;
  switch (outcome.state) {
    case "done":
      // The action's own performer established these facts; its kind ties the two types together.
      return outcome.facts as Facts;
    case "waiting":
      throw new LeftScenario({ kind: "waiting", for: outcome.for });
    case "lost":
    case "broken":
      throw new LeftScenario({ kind: outcome.state, reason: outcome.reason });
  }
}

class LeftScenario extends Error {
  readonly state: CaseState;

  constructor(state: CaseState) {
    super(`Left the scenario: ${state.kind}`);
    this.state = state;
  }
}

class AdvanceFailed extends Error {}
