import type { Region, RunId, SandboxId } from "@slipway/exchange";
import type { Transaction } from "@slipway/database";
import type { Json, JsonObject } from "@slipway/foundation";

import type { Declaration, PackSettings } from "./check.ts";

/**
 * Performs one kind of action. `begin` runs in the transaction that records the step as begun, so after a crash the step has
 * either begun with all it does or not at all; `look` is asked again until the step has ended, and only reads.
 */
export interface Performer {
  readonly kind: string;
  /** What it throws breaks the step, unless it is trouble of the database that passes. */
  readonly begin: (tx: Transaction, place: StepPlace, input: Json) => Promise<Progress>;
  /** Called once the step's transaction has committed: the moment to wake whoever does the work. */
  readonly begun?: () => void;
  /** A failure is a fault of ours: the step is looked at again until its time is over, then it is broken. */
  readonly look: (place: StepPlace, input: Json) => Promise<Progress>;
}

/** Which step of which run is performed, and what the run obeys. */
export interface StepPlace {
  readonly runId: RunId;
  readonly sandboxId: SandboxId;
  readonly region: Region;
  readonly customerId: string;
  readonly scenario: string;
  readonly attempt: number;
  readonly step: string;
  /** `region/scenario/attempt/step`: unique in the run, for what the step creates. */
  readonly stepKey: string;
  readonly declaration: Declaration;
  readonly settings: PackSettings;
  /** When the step began, on the clock of the installation. */
  readonly begunAt: Date;
}

/**
 * How a step stands, as its performer says.
 * - `done`: `facts` are established.
 * - `waiting`: somebody is to act, until an instant of the installation's clock. One of ours that runs out breaks the step; one
 *   for the partner ends as the performer then says.
 * - `lost`: what happened can never be known (a delivery whose outcome is unknown): the scenario is driven anew with a new
 *   candidate.
 * - `broken`: a precondition of ours does not hold: a checker-error.
 */
export type Progress =
  | { readonly kind: "done"; readonly facts: JsonObject }
  | {
      readonly kind: "waiting";
      readonly for: "platform" | "partner";
      readonly toDo: string;
      readonly until: Date;
    }
  | { readonly kind: "lost"; readonly reason: string }
  | { readonly kind: "broken"; readonly reason: string };
