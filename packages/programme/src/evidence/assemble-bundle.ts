import {
  loadRun,
  loadSteps,
  renderManifestCsv,
  type Run,
  type RunReport,
  type StepRow,
} from "@slipway/conformance";
import { packBundle, type BundleClaim, type SigningKey, type TarFile } from "@slipway/evidence";
import { regions, type ExchangeId, type Region } from "@slipway/exchange";
import { canonicalJson, type Json } from "@slipway/foundation";

import { listHistory, type StoredEntry } from "../history/history.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { manifestOf, reportOf } from "../runs/run-views.ts";
import type { DecisionBasis } from "./decision-basis.ts";
import { EvidenceIncompleteProblem } from "./evidence.problems.ts";

export interface Assembly {
  readonly integration: Integration;
  readonly basis: DecisionBasis;
  readonly key: SigningKey;
}

/** The bundle of a decision, from the record alone: the same record and key give the same bytes, wherever it is assembled. */
export async function assembleBundle(parts: ProgrammeParts, assembly: Assembly): Promise<Buffer> {
  const { basis, key } = assembly;
  const run = await loadRun(parts.database.queries, basis.runId);
  const report = await reportOf(parts, run.id, basis.gradingId);
  const history = await historyUntil(parts, basis);
  const manifest = await manifestOf(parts, run.id);
  const taken = await takenBy(parts, run);
  const steps = await loadSteps(parts.database.queries, run.id);
  return packBundle({
    claim: claimOf(assembly, report),
    sign: key.sign,
    files: [
      jsonFile("decision.json", history.at(-1)),
      jsonFile("history.json", history),
      jsonFile("design.json", basis.design),
      jsonFile("enablement.json", basis.enablement),
      jsonFile("run.json", runOf(run, steps, taken)),
      jsonFile("verdicts.json", report),
      jsonFile("manifest.json", manifest),
      { path: "manifest.csv", bytes: Buffer.from(renderManifestCsv(manifest)) },
      ...(await exchangeFiles(parts, run, taken)),
    ],
  });
}

function claimOf({ integration, basis, key }: Assembly, { pack }: RunReport): BundleClaim {
  const { id, name, organisation, framework, connectorType } = integration;
  return {
    keyId: key.id,
    integration: { id, name, organisation, framework, connectorType },
    version: basis.version,
    pack,
    runId: basis.runId,
    gradingId: basis.gradingId,
    decidedAt: basis.decidedAt.toISOString(),
  };
}

/** What happened to the version up to the decision, which is the last entry. */
async function historyUntil(
  { database }: ProgrammeParts,
  { integrationId, version, decidedAt }: DecisionBasis,
): Promise<readonly StoredEntry[]> {
  const history = await listHistory(database.queries, integrationId);
  const decision = history.findLast(
    (entry) =>
      entry.version === version &&
      entry.event === "approve-validation" &&
      entry.at === decidedAt.toISOString(),
  );
  if (decision === undefined)
    throw new Error(`Expected the decision about version ${version} in the history, found none`);
  return history.filter((entry) => entry.version === version && entry.number <= decision.number);
}

interface TakenExchange {
  readonly id: ExchangeId;
  readonly region: Region;
  readonly scenario: string | null;
  readonly attempt: number | null;
  readonly step: string | null;
}

/** Which exchanges the run took as its evidence, and to which step each belongs. */
async function takenBy({ database }: ProgrammeParts, run: Run): Promise<readonly TakenExchange[]> {
  const rows = await database.queries
    .selectFrom("run_exchange")
    .select(["exchange_id as id", "region", "scenario", "attempt", "step"])
    .where("run_id", "=", run.id)
    .execute();
  const taken = rows.map((row) => ({ ...row, id: row.id as ExchangeId }));
  return taken.toSorted(byText((one) => `${one.region}/${one.id}`));
}

function runOf(
  run: Run,
  steps: readonly StepRow[],
  taken: readonly TakenExchange[],
): Readonly<Record<string, unknown>> {
  const { preflight: _inTheReport, ...rest } = run;
  const position = byText<StepRow>(
    ({ region, scenario, attempt, begunAt, step }) =>
      `${region}/${scenario}/${String(attempt).padStart(6, "0")}/${begunAt.toISOString()}/${step}`,
  );
  return { ...rest, steps: steps.toSorted(position), exchanges: taken };
}

/** Every exchange of the run as it was stored, which is masked. */
async function exchangeFiles(
  parts: ProgrammeParts,
  run: Run,
  taken: readonly TakenExchange[],
): Promise<readonly TarFile[]> {
  const files: TarFile[] = [];
  for (const region of regions) {
    const ids = taken.filter((one) => one.region === region).map(({ id }) => id);
    const found = await parts.exchanges.byIds(run.tenants[region].customerId, ids);
    if (found.length !== ids.length)
      throw new EvidenceIncompleteProblem(run.id, ids.length, found.length);
    files.push(...found.map((one) => jsonFile(`exchanges/${region}/${one.id}.json`, one)));
  }
  return files;
}

/** Instants as their ISO text, as in every answer of the API. */
function jsonFile(path: string, value: unknown): TarFile {
  // What JSON.stringify gives is JSON.
  const json = JSON.parse(JSON.stringify(value)) as Json;
  return { path, bytes: Buffer.from(`${canonicalJson(json)}\n`) };
}

/** Compared as they are: the order may not depend on where it is made. */
function byText<Item>(textOf: (item: Item) => string): (left: Item, right: Item) => number {
  return (left, right) => (textOf(left) < textOf(right) ? -1 : 1);
}
