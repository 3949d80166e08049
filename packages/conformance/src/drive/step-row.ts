import type { Region } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

/**
 * A step of a case as it is recorded: first in the transaction that does what it does, as `waiting` or ended at once. `waiting`
 * ends as `done`, `lost` or `broken`; an ended step never changes, and none changes once its run is being judged.
 */
export interface StepRow {
  readonly region: Region;
  /** Scenario id with its instance. */
  readonly scenario: string;
  readonly attempt: number;
  readonly step: string;
  readonly kind: string;
  readonly input: Json;
  readonly begunAt: Date;
  readonly outcome: StepOutcome;
}

/**
 * How a step stands.
 * - `waiting`: somebody has still to act, by real time.
 * - `done`: its facts are established.
 * - `lost`: what happened can never be known.
 * - `broken`: a precondition of ours does not hold.
 */
export type StepOutcome =
  | {
      readonly state: "waiting";
      readonly for: "platform" | "partner";
      readonly toDo: string;
      readonly until: Date;
    }
  | { readonly state: "done"; readonly facts: JsonObject; readonly endedAt: Date }
  | { readonly state: "lost" | "broken"; readonly reason: string; readonly endedAt: Date };

/** What tells a step from every other of its run. */
export type StepPosition = Pick<StepRow, "region" | "scenario" | "attempt" | "step">;

/** `region/scenario/attempt/step`: unique in the run, for what the step creates. */
export function stepKeyOf({ region, scenario, attempt, step }: StepPosition): string {
  return `${region}/${scenario}/${attempt}/${step}`;
}
