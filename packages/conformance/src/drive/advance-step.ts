import { isPassingTrouble, type Database, type Transaction } from "@slipway/database";
import type { Clock, Json } from "@slipway/foundation";

import type { Performer, Progress, StepPlace } from "../performer.ts";
import { RunMovedOnError } from "./run-moved-on-error.ts";
import type { StepOutcome, StepRow } from "./step-row.ts";
import { endStep, insertStep } from "./step-store.ts";

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

export type WaitingStep = StepRow & {
  readonly outcome: Extract<StepOutcome, { readonly state: "waiting" }>;
};

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
      ? { kind: "broken", reason: unknownKind(asked.kind) }
      : performer.begin(tx, place, asked.input),
  ).catch(async (error: unknown) => {
    if (isForLater(error)) throw error;
    options.onTrouble(error);
    return recordStep(options, step, async () => ({ kind: "broken", reason: reasonOf(error) }));
  });
  performer?.begun?.();
  return row;
}

/**
 * Looks at a step that waits, records its end when it has ended, and returns it as it then stands. A performer that fails is
 * asked again until the step's time is over; then the step is broken, so that no run waits for ever.
 */
export async function lookAtStep(
  options: AdvanceOptions,
  place: StepPlace,
  row: WaitingStep,
): Promise<StepRow> {
  const { database, clock, onTrouble } = options;
  const end = async (outcome: StepOutcome): Promise<StepRow> => {
    const ended = { ...row, outcome };
    if (outcome.state !== "waiting") await endStep(database, place.runId, ended);
    return ended;
  };
  try {
    return await end(await look(options, place, row));
  } catch (error) {
    const endedAt = clock.now();
    if (isForLater(error) || endedAt <= row.outcome.until) throw error;
    onTrouble(error);
    return end({ state: "broken", reason: reasonOf(error), endedAt });
  }
}

async function look(
  { performers, clock }: AdvanceOptions,
  place: StepPlace,
  row: StepRow,
): Promise<StepOutcome> {
  const performer = performers.get(row.kind);
  if (performer === undefined) throw new Error(unknownKind(row.kind));
  const progress = await performer.look(place, row.input);
  const now = clock.now();
  return unlessOverdue(outcomeOf(progress, now), now);
}

/** The database is away for a moment, or the run has ended: neither says anything about the step. */
function isForLater(error: unknown): boolean {
  return error instanceof RunMovedOnError || isPassingTrouble(error);
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

function outcomeOf(progress: Progress, now: Date): StepOutcome {
  switch (progress.kind) {
    case "done":
      return { state: "done", facts: progress.facts, endedAt: now };
    case "waiting":
      return { state: "waiting", for: progress.for, toDo: progress.toDo, until: progress.until };
    case "lost":
    case "broken":
      return { state: progress.kind, reason: progress.reason, endedAt: now };
  }
}

/** A wait of our own that runs out is our fault; one for the partner ends as its performer says. */
function unlessOverdue(outcome: StepOutcome, now: Date): StepOutcome {
  if (outcome.state !== "waiting" || outcome.for === "partner" || now <= outcome.until)
    return outcome;
  return {
    state: "broken",
    reason: `Expected "${outcome.toDo}" by ${outcome.until.toISOString()}, it never ended`,
    endedAt: now,
  };
}

function unknownKind(kind: string): string {
  return `Expected a performer of ${kind}, found that this version has none`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
