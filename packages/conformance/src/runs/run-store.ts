import type { Database, Queries } from "@slipway/database";
import type { RunId, SandboxId } from "@slipway/exchange";
import { isUuid, type JsonObject } from "@slipway/foundation";

import type { PackSettings, Declaration } from "../check.ts";
import type { Run, RunState } from "./run.ts";
import { RunActiveProblem, RunNotFoundProblem } from "./run.problems.ts";

interface StoredSettings {
  readonly pack: PackSettings;
  readonly tenants: Run["tenants"];
  readonly preflight: JsonObject;
}

/** Writes a new run; refuses with `RUN-ALREADY-ACTIVE` while the sandbox has another. */
export async function insertRun(database: Database, run: Run): Promise<void> {
  const settings: StoredSettings = {
    pack: run.settings,
    tenants: run.tenants,
    preflight: run.preflight,
  };
  const inserted = await database.queries
    .insertInto("run")
    .values({
      id: run.id,
      sandbox_id: run.sandboxId,
      framework: run.framework,
      pack_id: run.packId,
      pack_version: run.packVersion,
      state: "driving",
      settings: JSON.stringify(settings),
      declaration: JSON.stringify(run.declaration),
      started_at: run.startedAt,
    })
    .onConflict((conflict) =>
      conflict
        .column("sandbox_id")
        .where("state", "in", ["preflight", "driving", "judging"])
        .doNothing(),
    )
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return;
  throw new RunActiveProblem((await activeRunOf(database.queries, run.sandboxId)) ?? "unknown");
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
    .where("state", "in", ["driving", "judging"])
    .executeTakeFirst();
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

/** Runs that are being driven or judged. */
export async function loadActiveRuns(queries: Queries): Promise<readonly Run[]> {
  const rows = await queries
    .selectFrom("run")
    .selectAll()
    .where("state", "in", ["driving", "judging"])
    .orderBy("started_at")
    .execute();
  return rows.map(parseRun);
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

/** Moves an active run on; a run that has ended stays as it is, and `false` says so. */
export async function moveRun(queries: Queries, runId: RunId, state: RunState): Promise<boolean> {
  const ended = state.kind === "finished" || state.kind === "cancelled";
  const result = await queries
    .updateTable("run")
    .set({
      state: state.kind,
      finished_at: ended ? state.at : null,
      ended_because: state.kind === "finished" ? state.because : null,
    })
    .where("id", "=", runId)
    .where("state", "in", ["driving", "judging"])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function parseRun(row: {
  id: string;
  sandbox_id: string;
  framework: string;
  pack_id: string;
  pack_version: string;
  state: string;
  settings: JsonObject;
  declaration: JsonObject;
  started_at: Date;
  finished_at: Date | null;
  ended_because: string | null;
}): Run {
  // Written by `insertRun` and by nobody else.
  const settings = row.settings as unknown as StoredSettings;
  return {
    id: row.id as RunId,
    sandboxId: row.sandbox_id as SandboxId,
    framework: row.framework,
    packId: row.pack_id,
    packVersion: row.pack_version,
    settings: settings.pack,
    tenants: settings.tenants,
    preflight: settings.preflight,
    declaration: row.declaration as unknown as Declaration,
    startedAt: row.started_at,
    state: parseState(row.state, row.finished_at ?? row.started_at, row.ended_because),
  };
}

function parseState(state: string, at: Date, because: string | null): RunState {
  if (state === "finished")
    return { kind: "finished", at, because: because === "time-limit" ? "time-limit" : "completed" };
  if (state === "cancelled") return { kind: "cancelled", at };
  return { kind: state === "judging" ? "judging" : "driving" };
}
