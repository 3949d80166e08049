import { regions, type Exchange, type Region } from "@slipway/exchange";
import type { CaseEvidence, RunEvidence, StepEvidence } from "../check.ts";
import type { CaseToJudge } from "../drive/case-plan.ts";
import type { StepRow } from "../drive/step-row.ts";
import type { Attribution } from "./attribute-exchanges.ts";

/** Puts cases, steps and exchanges together as the checks see them; only each case's last attempt counts. */
export function gatherEvidence(
  plans: readonly CaseToJudge[],
  steps: readonly StepRow[],
  attributions: Readonly<Record<Region, readonly Attribution[]>>,
): RunEvidence {
  const exchangesOf = exchangesByStep(attributions);
  const cases = plans.flatMap((plan): readonly CaseEvidence[] => {
    const own = countingSteps(
      steps.filter((row) => row.region === plan.region && row.scenario === plan.name),
    );
    if (own.length === 0) return [];
    const evidence = own.map(
      (row) => [row.step, stepEvidence(row, exchangesOf.get(row) ?? [])] as const,
    );
    return [
      {
        region: plan.region,
        scenario: plan.name,
        parameters: plan.parameters,
        steps: Object.fromEntries(evidence),
      },
    ];
  });
  return { cases, unattributed: unattributedOf(attributions) };
}

function countingSteps(steps: readonly StepRow[]): readonly StepRow[] {
  const last = Math.max(0, ...steps.map((row) => row.attempt));
  return steps.filter((row) => row.attempt === last);
}

function exchangesByStep(
  attributions: Readonly<Record<Region, readonly Attribution[]>>,
): ReadonlyMap<StepRow, readonly Exchange[]> {
  const byStep = new Map<StepRow, Exchange[]>();
  for (const { exchange, step } of regions.flatMap((region) => attributions[region])) {
    if (step === undefined) continue;
    const known = byStep.get(step);
    if (known === undefined) byStep.set(step, [exchange]);
    else known.push(exchange);
  }
  return byStep;
}

function unattributedOf(
  attributions: Readonly<Record<Region, readonly Attribution[]>>,
): RunEvidence["unattributed"] {
  const of = (region: Region): readonly Exchange[] =>
    attributions[region].filter(({ step }) => step === undefined).map(({ exchange }) => exchange);
  return { a: of("a"), b: of("b") };
}

function stepEvidence(row: StepRow, exchanges: readonly Exchange[]): StepEvidence {
  const { kind, input, outcome } = row;
  const known = { kind, state: outcome.state, input, exchanges };
  if (outcome.state === "done") return { ...known, facts: outcome.facts };
  if (outcome.state !== "waiting") return { ...known, facts: undefined, reason: outcome.reason };
  const { toDo, until } = outcome;
  return {
    ...known,
    facts: undefined,
    waiting: { for: outcome.for, toDo, until: until.toISOString() },
  };
}
