import type { Database } from "@slipway/database";
import type { Exchange, ExchangeId, Region } from "@slipway/exchange";

import type { RunEvidence } from "../check.ts";
import { planCases } from "../drive/case-plan.ts";
import { loadSteps } from "../drive/step-store.ts";
import type { StepRow } from "../drive/step-row.ts";
import type { Framework } from "../framework.ts";
import { attributeExchanges, type Attribution } from "../judge/attribute-exchanges.ts";
import { gatherEvidence } from "../judge/gather-evidence.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { Run } from "../runs/run.ts";
import type { ExchangeSource } from "./exchange-source.ts";

export interface EvidenceOptions {
  readonly database: Database;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  /** The pack under which the run was driven: it says which cases there are. */
  readonly drivenUnder: RequirementPack;
  readonly run: Run;
  /** Until when exchanges belong to a run that was never graded. */
  readonly now: Date;
}

export interface LoadedEvidence {
  readonly evidence: RunEvidence;
  readonly attributions: Readonly<Record<Region, readonly Attribution[]>>;
  /** Steps of earlier attempts whose outcome was lost, so that the scenario was driven anew. */
  readonly drivenAnew: readonly StepRow[];
}

/** Everything that was recorded of a run: at its first grading from the log, afterwards exactly what was taken then. */
export async function loadEvidence(options: EvidenceOptions): Promise<LoadedEvidence> {
  const { framework, run } = options;
  const steps = await loadSteps(options.database.queries, run.id);
  const attributions = {
    a: await attributionsOf(options, steps, "a"),
    b: await attributionsOf(options, steps, "b"),
  };
  const plans = planCases(framework, options.drivenUnder, {
    declaration: run.declaration,
    settings: run.settings,
  });
  return {
    evidence: gatherEvidence(plans, steps, attributions),
    attributions,
    drivenAnew: steps.filter((step) => step.outcome.state === "lost"),
  };
}

async function attributionsOf(
  options: EvidenceOptions,
  steps: readonly StepRow[],
  region: Region,
): Promise<readonly Attribution[]> {
  const own = steps.filter((step) => step.region === region);
  return attributeExchanges(await exchangesOf(options, region), {
    steps: own,
    stepOfDelivery: await stepsOfDeliveries(options, own, region),
    chooseStep: options.framework.chooseStep,
  });
}

async function exchangesOf(
  { database, exchanges, run, now }: EvidenceOptions,
  region: Region,
): Promise<readonly Exchange[]> {
  const { customerId } = run.tenants[region];
  const taken = await database.queries
    .selectFrom("run_exchange")
    .select("exchange_id")
    .where("run_id", "=", run.id)
    .where("customer_id", "=", customerId)
    .execute();
  if (taken.length === 0) return exchanges.recordedBetween(customerId, run.startedAt, now);
  return exchanges.byIds(
    customerId,
    taken.map((row) => row.exchange_id as ExchangeId),
  );
}

async function stepsOfDeliveries(
  { database, run }: EvidenceOptions,
  steps: readonly StepRow[],
  region: Region,
): Promise<ReadonlyMap<string, StepRow>> {
  const byKey = new Map(
    steps.map((step) => [`${region}/${step.scenario}/${step.attempt}/${step.step}`, step]),
  );
  const rows = await database.queries
    .selectFrom("delivery")
    .select(["id", "step_key"])
    .where("customer_id", "=", run.tenants[region].customerId)
    .where("run_id", "=", run.id)
    .execute();
  return new Map(
    rows.flatMap(({ id, step_key: key }) => {
      const step = key === null ? undefined : byKey.get(key);
      return step === undefined ? [] : [[id, step] as const];
    }),
  );
}
