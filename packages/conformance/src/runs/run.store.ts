import { jsonText, type Queries, type Transaction } from "@slipway/database";
import type { Region, RunId, SandboxId } from "@slipway/exchange";
import { isUuid } from "@slipway/foundation";

import { parseRun } from "./parse-run.ts";
import { runCasesJson } from "./run-case.ts";
import { RunActiveProblem, RunNotFoundProblem } from "./run.problems.ts";
import type { Run, RunEnding, RunState } from "./run.ts";

/** The states of a run that keeps others of its sandbox from starting. */
const activeStates = ["driving", "judging"] as const satisfies readonly RunState["kind"][];

/** Writes a new run; refuses with `RUN-ALREADY-ACTIVE` while the sandbox has another. */
export async function insertRun(tx: Transaction, run: Run): Promise<void> {
  for (;;) {
    const { numInsertedOrUpdatedRows: inserted } = await tx
      .insertInto("run")
      .values({
        id: run.id,
        sandbox_id: run.sandboxId,
        framework: run.framework,
        pack_id: run.packId,
        pack_version: run.packVersion,
        state: "driving",
        settings: jsonText({ pack: run.settings, tenants: run.tenants, preflight: run.preflight }),
        declaration: jsonText(run.declaration),
        selection: run.part === undefined ? null : jsonText(run.part),
        parent_run_id: run.part?.selection.kind === "failed-of" ? run.part.selection.runId : null,
        cases: run.cases === undefined ? null : jsonText(runCasesJson(run.cases)),
        started_at: run.startedAt,
      })
      // Ids are used once, so that only the index `run_active` can stand in the way.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted === 1n) return;
    const active = await activeRunOf(tx, run.sandboxId);
    if (active !== undefined) throw new RunActiveProblem(active);
    // It ended between the two statements: its place is free.
  }
}

/** The id of the sandbox's active run, if it has one. */
export async function activeRunOf(
  queries: Queries,
  sandboxId: SandboxId,
): Promise<RunId | undefined> {
  const row = await queries
    .selectFrom("run")
    .select("id")
    .where("sandbox_id", "=", sandboxId)
    .where("state", "in", activeStates)
    .executeTakeFirst();
  // The table's ids are those of runs.
  return row?.id as RunId | undefined;
}

/** One run; fails with `RUN-NOT-FOUND`. */
export async function loadRun(queries: Queries, runId: string): Promise<Run> {
  const row = isUuid(runId)
    ? await queries.selectFrom("run").selectAll().where("id", "=", runId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new RunNotFoundProblem(runId);
  return parseRun(row);
}

/** A run that has not ended, and the tenants whose traffic moves it. */
export interface ActiveRun {
  readonly id: RunId;
  readonly customers: Readonly<Record<Region, string>>;
}

/** The runs that have not ended, oldest first. */
export async function loadActiveRuns(queries: Queries): Promise<readonly ActiveRun[]> {
  const rows = await queries
    .selectFrom("run")
    .select((run) => {
      const customerIdIn = (region: Region) => {
        const path = ["tenants", region, "customerId"].map((key) => run.val(key));
        return run.fn<string>("jsonb_extract_path_text", ["settings", ...path]);
      };
      return ["id", customerIdIn("a").as("in_a"), customerIdIn("b").as("in_b")];
    })
    .where("state", "in", activeStates)
    .orderBy("started_at")
    .execute();
  // The table's ids are those of runs.
  return rows.map((row) => ({ id: row.id as RunId, customers: { a: row.in_a, b: row.in_b } }));
}

/** Runs of a sandbox, newest first. */
export async function loadRunsOf(queries: Queries, sandboxId: SandboxId): Promise<readonly Run[]> {
  const rows = await queries
    .selectFrom("run")
    .selectAll()
    .where("sandbox_id", "=", sandboxId)
    .orderBy("started_at", "desc")
    .execute();
  return rows.map(parseRun);
}

/**
 * Ends the driving of a run: from here on none of its steps begins or ends. One that is being judged may still become
 * cancelled. False when it has ended before, and stays as it is.
 */
export async function beginJudging(
  queries: Queries,
  runId: RunId,
  as: RunEnding["kind"],
): Promise<boolean> {
  const result = await queries
    .updateTable("run")
    .set({ state: "judging", ended_because: as === "cancelled" ? "cancelled" : null })
    .where("id", "=", runId)
    .where("state", "in", as === "cancelled" ? activeStates : ["driving"])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends a run in the transaction that writes its first grading; false when somebody else has ended it. */
export async function writeEnding(
  tx: Transaction,
  runId: RunId,
  ending: RunEnding,
): Promise<boolean> {
  const result = await tx
    .updateTable("run")
    .set({
      state: ending.kind,
      finished_at: ending.at,
      ended_because: ending.kind === "finished" ? ending.because : null,
    })
    .where("id", "=", runId)
    .where("state", "in", activeStates)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps a run from being judged before the transaction ends; false when it is not being driven any more. */
export async function holdDriving(tx: Transaction, runId: RunId): Promise<boolean> {
  const row = await tx
    .selectFrom("run")
    .select("id")
    .where("id", "=", runId)
    .where("state", "=", "driving")
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}
