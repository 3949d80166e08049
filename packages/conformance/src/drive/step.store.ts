import {
  jsonText,
  type Database,
  type Queries,
  type Row,
  type Transaction,
} from "@slipway/database";
import type { RunId } from "@slipway/exchange";
import { readJson, unreachable } from "@slipway/foundation";

import { holdDriving } from "../runs/run.store.ts";
import { RunMovedOnError } from "./run-moved-on-error.ts";
import type { StepOutcome, StepRow } from "./step-row.ts";

/** All steps of a run, in the order in which they began; those of one moment in an order that stays. */
export async function loadSteps(queries: Queries, runId: RunId): Promise<readonly StepRow[]> {
  const rows = await queries
    .selectFrom("run_step")
    .selectAll()
    .where("run_id", "=", runId)
    .orderBy("begun_at")
    .orderBy("region")
    .orderBy("scenario")
    .orderBy("attempt")
    .orderBy("step")
    .execute();
  return rows.map(parseStep);
}

/** The steps that wait, and those that ended at this moment or later. */
export async function loadStepsSince(
  queries: Queries,
  runId: RunId,
  endedAt: Date,
): Promise<readonly StepRow[]> {
  const rows = await queries
    .selectFrom("run_step")
    .selectAll()
    .where("run_id", "=", runId)
    .where((step) => step.or([step("state", "=", "waiting"), step("ended_at", ">=", endedAt)]))
    .execute();
  return rows.map(parseStep);
}

/** How many steps of a run have ended. */
export async function countEndedSteps(queries: Queries, runId: RunId): Promise<number> {
  const { ended } = await queries
    .selectFrom("run_step")
    .select(({ fn }) => fn.countAll<string>().as("ended"))
    .where("run_id", "=", runId)
    .where("state", "<>", "waiting")
    .executeTakeFirstOrThrow();
  return Number(ended);
}

/** How many steps of a run are on record, and those that wait; reads no facts. */
export async function loadWaitingSteps(
  queries: Queries,
  runId: RunId,
): Promise<{ readonly total: number; readonly waiting: readonly StepRow[] }> {
  const steps = queries.selectFrom("run_step").where("run_id", "=", runId);
  const rows = await steps
    .selectAll()
    .where("state", "=", "waiting")
    .orderBy("begun_at")
    .orderBy("scenario")
    .orderBy("region")
    .execute();
  const { total } = await steps
    .select(({ fn }) => fn.countAll<string>().as("total"))
    .executeTakeFirstOrThrow();
  return { total: Number(total), waiting: rows.map(parseStep) };
}

function parseStep(row: Row<"run_step">): StepRow {
  return {
    region: row.region,
    scenario: row.scenario,
    attempt: row.attempt,
    step: row.step,
    kind: row.kind,
    input: row.input,
    begunAt: row.begun_at,
    outcome: parseOutcome(row),
  };
}

/**
 * Writes a step as it stands, in the transaction that also does what the step does. Fails with a RunMovedOnError once the run
 * is not being driven any more, and holds off whoever would end that until the transaction ends.
 */
export async function insertStep(tx: Transaction, runId: RunId, row: StepRow): Promise<void> {
  if (!(await holdDriving(tx, runId))) throw new RunMovedOnError(runId);
  await tx
    .insertInto("run_step")
    .values({
      run_id: runId,
      region: row.region,
      scenario: row.scenario,
      attempt: row.attempt,
      step: row.step,
      kind: row.kind,
      input: jsonText(row.input),
      begun_at: row.begunAt,
      ...outcomeColumns(row.outcome),
    })
    .execute();
}

/** Writes how a step that waited has ended. Fails with a RunMovedOnError once the run is not being driven any more. */
export async function endStep(database: Database, runId: RunId, row: StepRow): Promise<void> {
  await database.transaction(async (tx) => {
    if (!(await holdDriving(tx, runId))) throw new RunMovedOnError(runId);
    const { numUpdatedRows } = await tx
      .updateTable("run_step")
      .set(outcomeColumns(row.outcome))
      .where("run_id", "=", runId)
      .where("region", "=", row.region)
      .where("scenario", "=", row.scenario)
      .where("attempt", "=", row.attempt)
      .where("step", "=", row.step)
      .where("state", "=", "waiting")
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      throw new Error(`Expected step ${row.step} of ${row.scenario} to wait, found it ended`);
  });
}

function outcomeColumns(outcome: StepOutcome): {
  state: StepOutcome["state"];
  facts: string | null;
  waiting: string | null;
  ended_at: Date | null;
} {
  switch (outcome.state) {
    case "waiting": {
      const { for: whom, toDo, until } = outcome;
      return {
        state: outcome.state,
        facts: null,
        waiting: jsonText({ for: whom, toDo, until: until.toISOString() }),
        ended_at: null,
      };
    }
    case "done":
      return {
        state: outcome.state,
        facts: jsonText(outcome.facts),
        waiting: null,
        ended_at: outcome.endedAt,
      };
    case "lost":
    case "broken":
      return {
        state: outcome.state,
        facts: jsonText({ reason: outcome.reason }),
        waiting: null,
        ended_at: outcome.endedAt,
      };
  }
}

function parseOutcome(row: Row<"run_step">): StepOutcome {
  const place = `step ${row.step} of ${row.scenario} in run ${row.run_id}`;
  const endedAt = row.ended_at ?? row.begun_at;
  switch (row.state) {
    case "waiting": {
      const waiting = readJson(row.waiting, `waiting of ${place}`);
      return {
        state: "waiting",
        for: waiting.at("for").oneOf(["platform", "partner"]),
        toDo: waiting.at("toDo").text(),
        until: new Date(waiting.at("until").text()),
      };
    }
    case "done":
      return { state: "done", facts: readJson(row.facts, `facts of ${place}`).object(), endedAt };
    case "lost":
    case "broken":
      return {
        state: row.state,
        reason: readJson(row.facts, `facts of ${place}`).at("reason").text(),
        endedAt,
      };
    default:
      return unreachable(row.state);
  }
}
