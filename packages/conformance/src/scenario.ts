import type { Region } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

import type { Declaration, PackSettings } from "./check.ts";

/**
 * A scenario drives traffic in one tenant. It is a deterministic function of the facts of its steps: after a crash, and
 * whenever something it waits for has happened, it is walked again from the start; steps that have their facts return them,
 * the first that lacks them acts or waits. So it may branch on facts, and on nothing else.
 */
export interface Scenario {
  /** `area.what-happens`, as `uc2.repeated-order`. */
  readonly id: string;
  readonly title: string;
  /** The instances to play, in order; most scenarios have the one with no parameters. */
  readonly instances: (stage: StagePlan) => readonly ScenarioInstance[];
  readonly play: (stage: Stage) => Promise<void>;
}

/** One way to play a scenario. */
export interface ScenarioInstance {
  /** Appended to the scenario's id after a colon; empty for the only instance. */
  readonly name: string;
  readonly parameters: JsonObject;
}

/** What the cases of a run may depend on, and nothing else. */
export interface StagePlan {
  readonly declaration: Declaration;
  readonly settings: PackSettings;
}

/** What a scenario plays on: one tenant, and the steps it may ask for. */
export interface Stage extends StagePlan {
  readonly region: Region;
  readonly parameters: JsonObject;
  /**
   * The facts of the step `name`: those recorded, or those that the action establishes now. Throws to leave the scenario when
   * the step waits; the engine walks again later.
   */
  readonly step: <Input extends Json, Facts extends JsonObject>(
    name: string,
    action: Action<Input, Facts>,
    input: Input,
  ) => Promise<Facts>;
  /** Begins all steps before it waits for the first. */
  readonly together: <Input extends Json, Facts extends JsonObject>(
    steps: readonly {
      readonly name: string;
      readonly action: Action<Input, Facts>;
      readonly input: Input;
    }[],
  ) => Promise<readonly Facts[]>;
}

/** The name of something a scenario can do; `Input` and `Facts` are what its performer takes and establishes. */
export interface Action<Input extends Json, Facts extends JsonObject> {
  readonly kind: string;
  /** Types only; never set. */
  readonly phantom?: (input: Input) => Facts;
}

/** Names an action; its performer is supplied where the engine is wired. */
export function defineAction<Input extends Json, Facts extends JsonObject>(
  kind: string,
): Action<Input, Facts> {
  return { kind };
}
