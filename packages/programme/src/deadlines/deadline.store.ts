import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid, unreachable } from "@slipway/foundation";

import type { DeadlineKind } from "./deadline-kinds.ts";
import {
  integrationsOf,
  loadIntegration,
  type IntegrationQuery,
} from "../integrations/integration.store.ts";
import { DeadlineNotFoundProblem } from "./deadline.problems.ts";
import type { Deadline, DeadlineEntry, DeadlineState, DeadlineWithHistory } from "./deadline.ts";
import { waitsFor, type MailState } from "./waits-for.ts";

type DeadlineRow = Row<"deadline">;

/** The newest first; fails with `INTEGRATION-NOT-FOUND`. */
export async function listDeadlines(
  queries: Queries,
  mail: MailState,
  { integrationId, organisation }: IntegrationQuery = {},
): Promise<readonly Deadline[]> {
  if (integrationId !== undefined) await loadIntegration(queries, integrationId);
  let wanted = queries.selectFrom("deadline").selectAll();
  if (integrationId !== undefined) wanted = wanted.where("integration_id", "=", integrationId);
  if (organisation !== undefined)
    wanted = wanted.where("integration_id", "in", integrationsOf(queries, organisation));
  const rows = await wanted.orderBy("opened_at", "desc").orderBy("id", "desc").execute();
  return Promise.all(rows.map(async (row) => deadlineOf(queries, row, mail)));
}

/** Fails with `DEADLINE-NOT-FOUND`. */
export async function loadDeadline(
  queries: Queries,
  mail: MailState,
  id: string,
): Promise<DeadlineWithHistory> {
  const row = isUuid(id)
    ? await queries.selectFrom("deadline").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DeadlineNotFoundProblem(id);
  const entries = await queries
    .selectFrom("deadline_history")
    .selectAll()
    .where("deadline_id", "=", id)
    .orderBy("entry")
    .execute();
  return { ...(await deadlineOf(queries, row, mail)), history: entries.map(entryOf) };
}

/** The row, held until the transaction ends; fails with `DEADLINE-NOT-FOUND`. */
export async function lockDeadline(tx: Transaction, id: string): Promise<DeadlineRow> {
  const row = isUuid(id)
    ? await tx
        .selectFrom("deadline")
        .selectAll()
        .where("id", "=", id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DeadlineNotFoundProblem(id);
  return row;
}

async function deadlineOf(queries: Queries, row: DeadlineRow, mail: MailState): Promise<Deadline> {
  return {
    id: row.id,
    integrationId: row.integration_id,
    // Written by `openDeadline` alone.
    kind: row.kind as DeadlineKind,
    subject: row.subject,
    recipient: row.recipient,
    openedAt: row.opened_at,
    ...(await stateOf(queries, row, mail)),
  };
}

async function stateOf(
  queries: Queries,
  row: DeadlineRow,
  mail: MailState,
): Promise<DeadlineState> {
  const { state, started_at: startedAt, due_at: dueAt, cleared_at: clearedAt } = row;
  switch (state) {
    case "awaiting-notice":
      return { state, waitsFor: await waitsFor(queries, row.id, mail) };
    case "running":
    case "overdue":
      return { state, startedAt: present(startedAt), dueAt: present(dueAt) };
    case "cleared":
      return { state, clearedAt: present(clearedAt) };
    default:
      return unreachable(state);
  }
}

function present(instant: Date | null): Date {
  if (instant === null)
    throw new Error("Expected the instant that goes with a deadline's state, found none");
  return instant;
}

function entryOf(row: Row<"deadline_history">): DeadlineEntry {
  return {
    entry: row.entry,
    at: row.at,
    by: row.actor,
    // Written by `keepHistory` alone.
    event: row.event as DeadlineEntry["event"],
    reason: row.reason,
    before: row.before,
    after: row.after,
  };
}
