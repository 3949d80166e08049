import type { Database, Row } from "@slipway/database";
import type { RunId } from "@slipway/exchange";
import { readJson, type Clock, type Ids } from "@slipway/foundation";

import type { CheckResult } from "../judge/check-result.ts";
import { notJudged } from "../judge/judge-run.ts";
import { loadFrozenPack } from "../runs/frozen-pack.ts";
import { parseRunState } from "../runs/parse-run.ts";
import { parseRunPart, type RunPart } from "../runs/run-part.ts";
import type { OnRunEnded } from "../runs/on-run-ended.ts";
import { writeEnding } from "../runs/run.store.ts";
import type { RunEnding } from "../runs/run.ts";
import { writeGrading } from "./write-grading.ts";

export interface GiveUpOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly runId: RunId;
  /** Why, as the partner reads it. */
  readonly reason: string;
  readonly onRunEnded?: OnRunEnded;
}

/**
 * Ends a run that cannot be driven or judged: every check its pack asks for reads checker-error, none of it the partner's
 * failure, and the sandbox is free for the next run. Needs no more of the run than its row.
 */
export async function giveUpRun(options: GiveUpOptions): Promise<void> {
  const { database, clock, ids, runId } = options;
  const row = await database.queries
    .selectFrom("run")
    .selectAll()
    .where("id", "=", runId)
    .executeTakeFirstOrThrow();
  const state = parseRunState(row);
  const at = clock.now();
  const ending: RunEnding =
    state.kind === "judging" && state.as === "cancelled"
      ? { kind: "cancelled", at }
      : { kind: "finished", at, because: "given-up" };
  const pack = { packId: row.pack_id, packVersion: row.pack_version };
  const results = await resultsOf(options, row);
  await database.transaction(async (tx) => {
    if (!(await writeEnding(tx, runId, ending))) return;
    await writeGrading(tx, { id: ids.uuid(), runId, ...pack, gradedAt: at, results });
    await options.onRunEnded?.(tx, { runId, ending, conclusion: "not-judged" });
  });
}

async function resultsOf(
  { database, reason }: GiveUpOptions,
  row: Row<"run">,
): Promise<readonly CheckResult[]> {
  // The pack may be what cannot be read; without one there is nothing to be said of any check.
  const pack = { id: row.pack_id, version: row.pack_version };
  const frozen = await loadFrozenPack(database.queries, pack).catch(() => undefined);
  const checks = frozen?.pack.requirements.flatMap((requirement) => requirement.checks) ?? [];
  const part = readPart(row);
  return [...new Set(checks)]
    .filter((id) => part === undefined || part.checks.includes(id))
    .map((id) => notJudged(id, reason));
}

function readPart({ id, selection }: Row<"run">): RunPart | undefined {
  try {
    return selection === null
      ? undefined
      : parseRunPart(readJson(selection, `selection of run ${id}`));
  } catch {
    // It may be what cannot be read: then nothing of the whole pack could be judged.
    return undefined;
  }
}
