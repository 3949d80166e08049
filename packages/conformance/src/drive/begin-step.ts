import type { Database, Transaction } from "@slipway/database";
import type { Clock, Json } from "@slipway/foundation";

import type { Performer, Progress, StepPlace } from "../performer.ts";
import { reasonOf } from "../reason-of.ts";
import { isForLater } from "./is-for-later.ts";
import { outcomeOf } from "./outcome-of.ts";
import { performerGone } from "./performer-gone.ts";
import type { StepRow } from "./step-row.ts";
import { insertStep } from "./step.store.ts";

export interface AdvanceOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly performers: ReadonlyMap<string, Performer>;
  /** Told of errors that broke a step: faults of ours. */
  readonly onTrouble: (error: unknown) => void;
}

/** What a scenario asks for: an action, and what it is given. */
export interface AskedStep {
  readonly kind: string;
  readonly input: Json;
}

/**
 * Begins a step, with all that it does, in one transaction, and returns it as it is recorded. A performer that fails leaves
 * nothing but a broken step. Trouble that passes is thrown on: nothing is recorded then, and the step may be begun again.
 */
export async function beginStep(
  options: AdvanceOptions,
  place: StepPlace,
  asked: AskedStep,
): Promise<StepRow> {
  const performer = options.performers.get(asked.kind);
  const step = { place, asked };
  const row = await recordStep(options, step, async (tx) =>
    performer === undefined
      ? { kind: "broken", reason: performerGone(asked.kind) }
      : performer.begin(tx, place, asked.input),
  ).catch(async (error: unknown) => {
    if (isForLater(error)) throw error;
    options.onTrouble(error);
    return recordStep(options, step, async () => ({ kind: "broken", reason: reasonOf(error) }));
  });
  performer?.begun?.();
  return row;
}

async function recordStep(
  { database, clock }: AdvanceOptions,
  { place, asked }: { readonly place: StepPlace; readonly asked: AskedStep },
  act: (tx: Transaction) => Promise<Progress>,
): Promise<StepRow> {
  return database.transaction(async (tx) => {
    const row: StepRow = {
      region: place.region,
      scenario: place.scenario,
      attempt: place.attempt,
      step: place.step,
      kind: asked.kind,
      input: asked.input,
      begunAt: place.begunAt,
      outcome: outcomeOf(await act(tx), clock.now()),
    };
    await insertStep(tx, place.runId, row);
    return row;
  });
}
