import type { Database } from "@slipway/database";
import { regions, type Region } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { Performer, StepPlace } from "../performer.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { Run } from "../runs/run.ts";
import { beginStep } from "./begin-step.ts";
import { planCases, type CasePlan } from "./case-plan.ts";
import { lookAtStep, type WaitingStep } from "./look-at-step.ts";
import { RunMovedOnError } from "./run-moved-on-error.ts";
import { stepKeyOf, type StepRow } from "./step-row.ts";
import { insertStep } from "./step.store.ts";
import { walkCase, type Advance, type CaseState } from "./walk-case.ts";

export interface DriveOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly framework: Framework;
  readonly pack: RequirementPack;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly run: Run;
  /** All steps of the run as they are on record. */
  readonly steps: readonly StepRow[];
  /** Where false, the partner is known to have done nothing that a step of this tenant waits for: none is looked at. Default true. */
  readonly partnerMoved?: Readonly<Record<Region, boolean>>;
  /** Told of faults of ours: they broke a step or a scenario, or keep a case from going on for now. */
  readonly onTrouble: (error: unknown) => void;
}

export interface RunProgress {
  readonly cases: readonly DrivenCase[];
  /** Every case has come to its end. */
  readonly finished: boolean;
}

export interface DrivenCase {
  readonly plan: CasePlan;
  readonly attempt: number;
  readonly state: CaseState;
}

const everywhere = { a: true, b: true };

/**
 * So often a scenario is begun whose outcome is lost each time. A platform that dies again and again may strike the same one by
 * chance; a scenario by which it dies must not be begun for ever.
 */
const maxAttempts = 6;

/** Cases of one tenant that may be busy at once; those that wait for the partner do not count. */
const maxBusyCases = 3;

/** Stands among a case's steps when its scenario itself broke off, so that its checks know and it is not played again. */
const wholeScenario = "whole-scenario";

/**
 * Walks every case of a run once, as far as it goes now. Called again whenever something may have happened; since all it knows
 * is in the recorded steps, it goes on after a crash as if nothing had been. A walk costs one query for each step that waits and
 * may have moved, however many have ended. Times are the installation's: a tenant's clock that is moved in the
 * middle changes what the tenant stamps, and no step's beginning, end or limit.
 */
export async function driveRun(options: DriveOptions): Promise<RunProgress> {
  const { framework, pack, run } = options;
  const plans = planCases(framework, pack, run);
  const steps = Map.groupBy(options.steps, caseOf);
  // Both to their end, even if one fails: nothing of this walk may go on when it is over.
  const walked = await Promise.allSettled(
    regions.map(async (region) =>
      driveRegion(
        options,
        plans.filter((plan) => plan.region === region),
        steps,
      ),
    ),
  );
  const cases = walked.flatMap((region) => {
    if (region.status === "rejected") throw region.reason;
    return region.value;
  });
  return {
    cases,
    finished: cases.length === plans.length && cases.every(({ state }) => state.kind !== "waiting"),
  };
}

function caseOf({ region, scenario }: Pick<StepRow, "region" | "scenario">): string {
  return `${region}/${scenario}`;
}

async function driveRegion(
  options: DriveOptions,
  plans: readonly CasePlan[],
  steps: ReadonlyMap<string, readonly StepRow[]>,
): Promise<readonly DrivenCase[]> {
  const cases: DrivenCase[] = [];
  let busy = 0;
  for (const plan of plans) {
    if (busy >= maxBusyCases) break;
    const own = steps.get(caseOf({ region: plan.region, scenario: plan.name })) ?? [];
    const driven = await driveCase(options, plan, own);
    cases.push({ plan, ...driven });
    if (driven.state.kind === "waiting" && driven.state.for === "platform") busy += 1;
  }
  return cases;
}

async function driveCase(
  options: DriveOptions,
  plan: CasePlan,
  steps: readonly StepRow[],
): Promise<Omit<DrivenCase, "plan">> {
  const attempt = Math.max(1, ...steps.map((row) => row.attempt));
  const state = await driveAttempt(options, { plan, attempt, steps });
  if (state.kind !== "lost" || attempt >= maxAttempts) return { attempt, state };
  const next = { plan, attempt: attempt + 1, steps: [] };
  return { attempt: next.attempt, state: await driveAttempt(options, next) };
}

interface Attempt {
  readonly plan: CasePlan;
  readonly attempt: number;
  /** Of all attempts. */
  readonly steps: readonly StepRow[];
}

/** What fails here is one case's trouble: it is told, and the case waits for the next walk. */
async function driveAttempt(options: DriveOptions, attempt: Attempt): Promise<CaseState> {
  try {
    return await walkAttempt(options, attempt);
  } catch (error) {
    if (!(error instanceof RunMovedOnError)) options.onTrouble(error);
    return { kind: "waiting", for: "platform" };
  }
}

async function walkAttempt(
  options: DriveOptions,
  { plan, attempt, steps }: Attempt,
): Promise<CaseState> {
  const { run, clock, partnerMoved = everywhere } = options;
  const known = new Map(
    steps.filter((row) => row.attempt === attempt).map((row) => [row.step, row]),
  );
  const brokeOff = known.get(wholeScenario)?.outcome;
  if (brokeOff?.state === "broken") return { kind: "broken", reason: brokeOff.reason };
  const advance: Advance = async (step, asked) => {
    const row = known.get(step);
    if (row !== undefined && !isWaiting(row)) return row;
    if (row?.outcome.for === "partner" && !partnerMoved[plan.region]) return row;
    const begunAt = row?.begunAt ?? clock.now();
    const place = placeOf(run, plan, { attempt, step, begunAt });
    return row === undefined ? beginStep(options, place, asked) : lookAtStep(options, place, row);
  };
  const { declaration, settings } = run;
  const { region, parameters, scenario } = plan;
  const state = await walkCase(scenario, { declaration, settings, region, parameters }, advance);
  if (state.kind === "broken" && "bug" in state)
    await recordBrokenScenario(options, { plan, attempt }, state);
  return state;
}

function isWaiting(row: StepRow): row is WaitingStep {
  return row.outcome.state === "waiting";
}

function placeOf(
  run: Run,
  plan: CasePlan,
  { attempt, step, begunAt }: Pick<StepPlace, "attempt" | "step" | "begunAt">,
): StepPlace {
  const position = { region: plan.region, scenario: plan.name, attempt, step };
  return {
    ...position,
    runId: run.id,
    sandboxId: run.sandboxId,
    customerId: run.tenants[plan.region].customerId,
    stepKey: stepKeyOf(position),
    declaration: run.declaration,
    settings: run.settings,
    begunAt,
  };
}

async function recordBrokenScenario(
  { database, clock, run, onTrouble }: DriveOptions,
  { plan, attempt }: Pick<Attempt, "plan" | "attempt">,
  { reason, bug }: { readonly reason: string; readonly bug?: unknown },
): Promise<void> {
  onTrouble(bug);
  const now = clock.now();
  await database.transaction(async (tx) =>
    insertStep(tx, run.id, {
      region: plan.region,
      scenario: plan.name,
      attempt,
      step: wholeScenario,
      kind: wholeScenario,
      input: {},
      begunAt: now,
      outcome: { state: "broken", reason, endedAt: now },
    }),
  );
}
