import type { Database, Transaction } from "@slipway/database";
import { regions, type Region } from "@slipway/exchange";
import type { Clock, Json, JsonObject } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { Performer, Progress, StepPlace } from "../performer.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { Run } from "../runs/run.ts";
import { planCases, type CasePlan } from "./case-plan.ts";
import type { StepOutcome, StepRow } from "./step-row.ts";
import { insertStep, loadSteps, updateStep } from "./step-store.ts";
import { walkCase, type CaseState } from "./walk-case.ts";

export interface DriveOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly framework: Framework;
  readonly pack: RequirementPack;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly run: Run;
}

export interface RunProgress {
  readonly cases: readonly {
    readonly plan: CasePlan;
    readonly attempt: number;
    readonly state: CaseState;
  }[];
  /** Every case has come to its end. */
  readonly finished: boolean;
}

/** A scenario whose outcome was lost is driven anew this often before it counts as broken. */
const maxAttempts = 3;

/** Cases of one tenant that may be busy at once; those that wait for the partner do not count. */
const maxBusyCases = 3;

/**
 * Walks every case of a run once, as far as it goes now. Called again whenever something may have happened; since all it knows
 * is in the recorded steps, it goes on after a crash as if nothing had been.
 */
export async function driveRun(options: DriveOptions): Promise<RunProgress> {
  const { framework, pack, run } = options;
  const steps = await loadSteps(options.database.queries, run.id);
  const plans = planCases(framework, pack, {
    declaration: run.declaration,
    settings: run.settings,
  });
  const walked = await Promise.all(
    regions.map(async (region) =>
      driveRegion(
        options,
        plans.filter((plan) => plan.region === region),
        steps,
      ),
    ),
  );
  const cases = walked.flat();
  return {
    cases,
    finished: cases.length === plans.length && cases.every(({ state }) => state.kind !== "waiting"),
  };
}

async function driveRegion(
  options: DriveOptions,
  plans: readonly CasePlan[],
  steps: readonly StepRow[],
): Promise<RunProgress["cases"]> {
  const cases: { plan: CasePlan; attempt: number; state: CaseState }[] = [];
  let busy = 0;
  for (const plan of plans) {
    if (busy >= maxBusyCases) break;
    const own = steps.filter((row) => row.region === plan.region && row.scenario === plan.name);
    const walked = await driveCase(options, plan, own);
    cases.push({ plan, ...walked });
    if (walked.state.kind === "waiting" && walked.state.for === "platform") busy += 1;
  }
  return cases;
}

async function driveCase(
  options: DriveOptions,
  plan: CasePlan,
  steps: readonly StepRow[],
): Promise<{ readonly attempt: number; readonly state: CaseState }> {
  const attempt = Math.max(1, ...steps.map((row) => row.attempt));
  const state = await walkAttempt(options, plan, { attempt, steps });
  if (state.kind !== "lost" || attempt >= maxAttempts) return { attempt, state };
  return {
    attempt: attempt + 1,
    state: await walkAttempt(options, plan, { attempt: attempt + 1, steps: [] }),
  };
}

async function walkAttempt(
  options: DriveOptions,
  plan: CasePlan,
  { attempt, steps }: { readonly attempt: number; readonly steps: readonly StepRow[] },
): Promise<CaseState> {
  const known = new Map(
    steps.filter((row) => row.attempt === attempt).map((row) => [row.step, row]),
  );
  const { run } = options;
  return walkCase(
    plan,
    { declaration: run.declaration, settings: run.settings },
    async (step, kind, input) => {
      const row = known.get(step);
      if (row !== undefined && row.outcome.state !== "waiting") return row;
      const place = placeOf(options, {
        plan,
        attempt,
        step,
        begunAt: row?.begunAt ?? options.clock.now(),
      });
      return row === undefined ? begin(options, place, { kind, input }) : look(options, place, row);
    },
  );
}

function placeOf(
  { run }: DriveOptions,
  {
    plan,
    attempt,
    step,
    begunAt,
  }: { plan: CasePlan; attempt: number; step: string; begunAt: Date },
): StepPlace {
  return {
    runId: run.id,
    sandboxId: run.sandboxId,
    region: plan.region,
    customerId: customerOf(run, plan.region),
    scenario: plan.name,
    attempt,
    step,
    stepKey: `${plan.region}/${plan.name}/${attempt}/${step}`,
    declaration: run.declaration,
    settings: run.settings,
    begunAt,
  };
}

function customerOf(run: Run, region: Region): string {
  return run.tenants[region].customerId;
}

async function begin(
  options: DriveOptions,
  place: StepPlace,
  { kind, input }: { readonly kind: string; readonly input: Json },
): Promise<StepRow> {
  const performer = performerOf(options, kind);
  const rowOf = (progress: Progress): StepRow => ({
    region: place.region,
    scenario: place.scenario,
    attempt: place.attempt,
    step: place.step,
    kind,
    // Scenario inputs are objects; the action types say so.
    input: input as JsonObject,
    begunAt: place.begunAt,
    outcome: outcomeOf(progress, options.clock.now()),
  });
  const insert = async (tx: Transaction, progress: Progress): Promise<StepRow> => {
    const row = rowOf(progress);
    await insertStep(tx, options.run.id, row);
    return row;
  };
  try {
    const row = await options.database.transaction(async (tx) =>
      insert(tx, await performer.begin(tx, place, input)),
    );
    performer.begun?.();
    return row;
  } catch (error) {
    // What was half done is rolled back. With the database away this throws as well, and the run is walked again later.
    const reason = error instanceof Error ? error.message : String(error);
    return options.database.transaction(async (tx) => insert(tx, { kind: "broken", reason }));
  }
}

async function look(options: DriveOptions, place: StepPlace, row: StepRow): Promise<StepRow> {
  const progress = await performerOf(options, row.kind).look(place, row.input);
  const now = options.clock.now();
  const outcome = overdue(outcomeOf(progress, now), now);
  const seen = { ...row, outcome };
  if (outcome.state !== "waiting") await updateStep(options.database, options.run.id, seen);
  return seen;
}

function performerOf({ performers }: DriveOptions, kind: string): Performer {
  const performer = performers.get(kind);
  if (performer === undefined)
    throw new Error(`Expected a performer of ${kind}, found ${[...performers.keys()].join(", ")}`);
  return performer;
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
function overdue(outcome: StepOutcome, now: Date): StepOutcome {
  if (outcome.state !== "waiting" || outcome.for === "partner" || now <= outcome.until)
    return outcome;
  return {
    state: "broken",
    reason: `Expected "${outcome.toDo}" by ${outcome.until.toISOString()}, it never ended`,
    endedAt: now,
  };
}
