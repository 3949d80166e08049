import type { Database, Queries, Transaction } from "@slipway/database";
import type { RunId } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { StepOutcome, StepRow } from "./step-row.ts";

interface StoredWaiting {
  readonly for: "platform" | "partner";
  readonly toDo: string;
  readonly until: string;
}

/** All steps of a run, in the order in which they began. */
export async function loadSteps(queries: Queries, runId: RunId): Promise<readonly StepRow[]> {
  const rows = await queries
    .selectFrom("run_step")
    .selectAll()
    .where("run_id", "=", runId)
    .orderBy("begun_at")
    .execute();
  return rows.map((row) => ({
    region: row.region,
    scenario: row.scenario,
    attempt: row.attempt,
    step: row.step,
    kind: row.kind,
    input: row.input,
    begunAt: row.begun_at,
    outcome: parseOutcome(row),
  }));
}

/** Writes a step as it stands, in the transaction that also does what the step does. */
export async function insertStep(tx: Transaction, runId: RunId, row: StepRow): Promise<void> {
  await tx
    .insertInto("run_step")
    .values({
      run_id: runId,
      region: row.region,
      scenario: row.scenario,
      attempt: row.attempt,
      step: row.step,
      kind: row.kind,
      input: JSON.stringify(row.input),
      begun_at: row.begunAt,
      ...outcomeColumns(row.outcome),
    })
    .execute();
}

/** Writes how a waiting step stands now. */
export async function updateStep(database: Database, runId: RunId, row: StepRow): Promise<void> {
  await database.queries
    .updateTable("run_step")
    .set(outcomeColumns(row.outcome))
    .where("run_id", "=", runId)
    .where("region", "=", row.region)
    .where("scenario", "=", row.scenario)
    .where("attempt", "=", row.attempt)
    .where("step", "=", row.step)
    .execute();
}

function outcomeColumns(outcome: StepOutcome): {
  state: StepOutcome["state"];
  facts: string | null;
  waiting: string | null;
  ended_at: Date | null;
} {
  switch (outcome.state) {
    case "waiting": {
      const waiting: StoredWaiting = {
        for: outcome.for,
        toDo: outcome.toDo,
        until: outcome.until.toISOString(),
      };
      return {
        state: outcome.state,
        facts: null,
        waiting: JSON.stringify(waiting),
        ended_at: null,
      };
    }
    case "done":
      return {
        state: outcome.state,
        facts: JSON.stringify(outcome.facts),
        waiting: null,
        ended_at: outcome.endedAt,
      };
    case "lost":
    case "broken":
      return {
        state: outcome.state,
        facts: JSON.stringify({ reason: outcome.reason }),
        waiting: null,
        ended_at: outcome.endedAt,
      };
  }
}

function parseOutcome(row: {
  readonly state: string;
  readonly facts: JsonObject | null;
  readonly waiting: JsonObject | null;
  readonly begun_at: Date;
  readonly ended_at: Date | null;
}): StepOutcome {
  const endedAt = row.ended_at ?? row.begun_at;
  if (row.state === "done") return { state: "done", facts: row.facts ?? {}, endedAt };
  if (row.state === "lost" || row.state === "broken") {
    return {
      state: row.state,
      reason: typeof row.facts?.["reason"] === "string" ? row.facts["reason"] : "",
      endedAt,
    };
  }
  // Written by `outcomeColumns` above and by nobody else.
  const waiting = row.waiting as unknown as StoredWaiting;
  return { state: "waiting", for: waiting.for, toDo: waiting.toDo, until: new Date(waiting.until) };
}
