import type { Database } from "@slipway/database";
import type { Exchange, ExchangeId, Region } from "@slipway/exchange";

import type { RunEvidence } from "../check.ts";
import { casesToJudge } from "../drive/case-plan.ts";
import { stepKeyOf, type StepRow } from "../drive/step-row.ts";
import { loadSteps } from "../drive/step.store.ts";
import type { Framework } from "../framework.ts";
import { attributeExchanges, type Attribution } from "../judge/attribute-exchanges.ts";
import { gatherEvidence } from "../judge/gather-evidence.ts";
import { loadFrozenPack } from "../runs/frozen-pack.ts";
import type { Run } from "../runs/run.ts";
import type { ExchangeSource } from "./exchange-source.ts";

export interface EvidenceOptions {
  readonly database: Database;
  readonly framework: Framework;
  readonly run: Run;
  /** A tenant's exchanges that are the run's, oldest first. */
  readonly exchangesOf: (region: Region) => Promise<readonly Exchange[]>;
}

export interface LoadedEvidence {
  readonly evidence: RunEvidence;
  readonly attributions: Readonly<Record<Region, readonly Attribution[]>>;
}

/** Everything that was recorded of a run, case by case of the pack under which it was driven. */
export async function loadEvidence(options: EvidenceOptions): Promise<LoadedEvidence> {
  const { database, framework, run } = options;
  const steps = await loadSteps(database.queries, run.id);
  // Which cases there are was settled when it was driven, whatever the pack of this version says today.
  const { pack } = await loadFrozenPack(database.queries, {
    id: run.packId,
    version: run.packVersion,
  });
  const attributions = {
    a: await attributionsOf(options, steps, "a"),
    b: await attributionsOf(options, steps, "b"),
  };
  return {
    evidence: gatherEvidence(casesToJudge(framework, pack, run), steps, attributions),
    attributions,
  };
}

/**
 * Exchange ids may run ahead of the clock by as much as it was put back, so that a window that ends now could miss the last
 * ones. Nothing from the future is on record: there is no need to end it sooner.
 */
const windowBeyondNowMs = 3_600_000;

/** What was recorded of a tenant since the run started; asked once, when the run ends. */
export async function recordedExchanges(
  {
    exchanges,
    run,
    now,
  }: { readonly exchanges: ExchangeSource; readonly run: Run; readonly now: Date },
  region: Region,
): Promise<readonly Exchange[]> {
  const { customerId } = run.tenants[region];
  const until = new Date(now.getTime() + windowBeyondNowMs);
  return exchanges.recordedBetween(customerId, run.startedAt, until);
}

/** Exactly what was taken of a tenant when the run ended. */
export async function takenExchanges(
  {
    database,
    exchanges,
    run,
  }: { readonly database: Database; readonly exchanges: ExchangeSource; readonly run: Run },
  region: Region,
): Promise<readonly Exchange[]> {
  const { customerId } = run.tenants[region];
  const taken = await database.queries
    .selectFrom("run_exchange")
    .select("exchange_id")
    .where("run_id", "=", run.id)
    .where("customer_id", "=", customerId)
    .execute();
  // The table's ids are those of exchanges.
  return exchanges.byIds(
    customerId,
    taken.map((row) => row.exchange_id as ExchangeId),
  );
}

async function attributionsOf(
  options: EvidenceOptions,
  steps: readonly StepRow[],
  region: Region,
): Promise<readonly Attribution[]> {
  const own = steps.filter((step) => step.region === region);
  return attributeExchanges(await options.exchangesOf(region), {
    steps: own,
    stepOfDelivery: await stepsOfDeliveries(options, own, region),
    chooseStep: options.framework.chooseStep,
  });
}

async function stepsOfDeliveries(
  { database, run }: EvidenceOptions,
  steps: readonly StepRow[],
  region: Region,
): Promise<ReadonlyMap<string, StepRow>> {
  const byKey = new Map(steps.map((step) => [stepKeyOf(step), step]));
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
