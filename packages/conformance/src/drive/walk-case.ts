import type { Json, JsonObject } from "@slipway/foundation";

import { reasonOf } from "../reason-of.ts";
import type { Action, Scenario, Stage } from "../scenario.ts";
import type { AskedStep } from "./begin-step.ts";
import type { StepRow } from "./step-row.ts";

/**
 * Where a case stands after it was walked once.
 * - `finished`: the scenario ran to its end on recorded facts.
 * - `waiting`: it left at a step that waits.
 * - `lost`: a step's outcome is unknown for ever; the scenario is to be driven anew.
 * - `broken`: a precondition of ours does not hold; `bug` is what the scenario itself threw, if it did.
 */
export type CaseState =
  | { readonly kind: "finished" }
  | { readonly kind: "waiting"; readonly for: "platform" | "partner" }
  | { readonly kind: "lost"; readonly reason: string }
  | { readonly kind: "broken"; readonly reason: string; readonly bug?: unknown };

/** Begins a step, or looks at one that waits, and returns it as it then stands. */
export type Advance = (step: string, asked: AskedStep) => Promise<StepRow>;

/**
 * Walks a scenario from its start; steps that have their facts return them at once. What `advance` throws (the database is
 * away) is thrown on, once no step is under way any more: the walk is simply done again later.
 */
export async function walkCase(
  scenario: Scenario,
  setting: Pick<Stage, "declaration" | "settings" | "region" | "parameters">,
  advance: Advance,
): Promise<CaseState> {
  try {
    await scenario.play({ ...setting, ...stepsBy(advance) });
    return { kind: "finished" };
  } catch (error) {
    if (error instanceof LeftScenario) return error.state;
    if (error instanceof AdvanceFailed) throw error.cause;
    return { kind: "broken", reason: reasonOf(error), bug: error };
  }
}

function stepsBy(advance: Advance): Pick<Stage, "step" | "together"> {
  const reach = async (name: string, kind: string, input: Json): Promise<StepRow> => {
    const row = await advance(name, { kind, input }).catch((error: unknown) => {
      throw new AdvanceFailed("The walk could not go on", { cause: error });
    });
    if (row.kind === kind) return row;
    throw new Error(
      `Expected step ${name} to be ${kind}, found ${row.kind} on record: the scenario has changed since the run began`,
    );
  };
  return {
    step: async <Input extends Json, Facts extends JsonObject>(
      name: string,
      action: Action<Input, Facts>,
      input: Input,
    ) => factsOf<Facts>(await reach(name, action.kind, input)),
    together: async (steps) => {
      const reached = await Promise.allSettled(
        steps.map(async ({ name, action, input }) => reach(name, action.kind, input)),
      );
      return reached.map((outcome) => {
        if (outcome.status === "rejected") throw outcome.reason;
        return factsOf(outcome.value);
      });
    },
  };
}

function factsOf<Facts extends JsonObject>({ outcome }: StepRow): Facts {
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
