import type { StepPlace } from "../performer.ts";
import { reasonOf } from "../reason-of.ts";
import type { AdvanceOptions } from "./begin-step.ts";
import { isForLater } from "./is-for-later.ts";
import { outcomeOf } from "./outcome-of.ts";
import { performerGone } from "./performer-gone.ts";
import type { StepOutcome, StepRow } from "./step-row.ts";
import { endStep } from "./step.store.ts";

export type WaitingStep = StepRow & {
  readonly outcome: Extract<StepOutcome, { readonly state: "waiting" }>;
};

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
  if (performer === undefined) throw new Error(performerGone(row.kind));
  const progress = await performer.look(place, row.input);
  const now = clock.now();
  return unlessOverdue(outcomeOf(progress, now), now);
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
