import type { Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

/**
 * A step of a case as it is recorded. `begun` turns `waiting` or `done` in the transaction that begins it; `waiting` ends as
 * `done`, `lost` or `broken`; ended steps never change.
 */
export interface StepRow {
  readonly region: Region;
  /** Scenario id with its instance. */
  readonly scenario: string;
  readonly attempt: number;
  readonly step: string;
  readonly kind: string;
  readonly input: JsonObject;
  readonly begunAt: Date;
  readonly outcome: StepOutcome;
}

export type StepOutcome =
  | {
      readonly state: "waiting";
      readonly for: "platform" | "partner";
      readonly toDo: string;
      readonly until: Date;
    }
  | { readonly state: "done"; readonly facts: JsonObject; readonly endedAt: Date }
  | { readonly state: "lost" | "broken"; readonly reason: string; readonly endedAt: Date };
