import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import {
  integrationsOf,
  loadIntegration,
  type IntegrationQuery,
} from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { RevalidationNotFoundProblem } from "./revalidation.problems.ts";
import type {
  Revalidation,
  RevalidationCause,
  RevalidationHead,
  RevalidationState,
} from "./revalidation.ts";

export type NewRevalidation = RevalidationHead & RevalidationCause;

export async function insertRevalidation(tx: Transaction, opened: NewRevalidation): Promise<void> {
  await tx
    .insertInto("revalidation")
    .values({
      id: opened.id,
      integration_id: opened.integrationId,
      cause: opened.cause,
      subject: opened.subject,
      report_id: opened.cause === "report" ? opened.reportId : null,
      release_id: opened.cause === "release" ? opened.releaseId : null,
      deadline_id: opened.deadlineId ?? null,
      validated_version: opened.validatedVersion,
      opened_by: JSON.stringify(opened.openedBy),
      opened_at: opened.openedAt,
      state: "open",
    })
    .execute();
}

/** The newest first; fails with `INTEGRATION-NOT-FOUND`. */
export async function listRevalidations(
  queries: Queries,
  { integrationId, organisation }: IntegrationQuery = {},
): Promise<readonly Revalidation[]> {
  if (integrationId !== undefined) await loadIntegration(queries, integrationId);
  let wanted = queries.selectFrom("revalidation").selectAll();
  if (integrationId !== undefined) wanted = wanted.where("integration_id", "=", integrationId);
  if (organisation !== undefined)
    wanted = wanted.where("integration_id", "in", integrationsOf(queries, organisation));
  const rows = await wanted.orderBy("opened_at", "desc").orderBy("id", "desc").execute();
  return rows.map(revalidationOf);
}

/** Fails with `REVALIDATION-NOT-FOUND`. */
export async function loadRevalidation(queries: Queries, id: string): Promise<Revalidation> {
  const row = isUuid(id)
    ? await queries.selectFrom("revalidation").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new RevalidationNotFoundProblem(id);
  return revalidationOf(row);
}

export interface RevalidationEnd {
  readonly ids: readonly string[];
  /** The version whose validation completed them; missing where they are taken back. */
  readonly version?: number;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Date;
}

/** Ends those that are open still; gives the ids of those that were. */
export async function endRevalidations(
  tx: Transaction,
  { ids, version, actor, reason, at }: RevalidationEnd,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const ended = await tx
    .updateTable("revalidation")
    .set({
      state: version === undefined ? "withdrawn" : "completed",
      completed_version: version ?? null,
      ended_by: JSON.stringify(actor),
      ended_at: at,
      reason,
    })
    .where("id", "in", ids)
    .where("state", "=", "open")
    .returning("id")
    .execute();
  return ended.map(({ id }) => id);
}

/** What an unfinished revalidation has a deadline for; whoever changes that has to go through it. */
export async function revalidationOfDeadline(
  queries: Queries,
  deadlineId: string,
): Promise<string | undefined> {
  const row = await queries
    .selectFrom("revalidation")
    .select("id")
    .where("deadline_id", "=", deadlineId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row?.id;
}

function revalidationOf(row: Row<"revalidation">): Revalidation {
  return {
    ...causeOf(row),
    id: row.id,
    integrationId: row.integration_id,
    subject: row.subject,
    deadlineId: row.deadline_id ?? undefined,
    validatedVersion: row.validated_version,
    // Written by `insertRevalidation` alone.
    openedBy: row.opened_by as unknown as Actor,
    openedAt: row.opened_at,
    ...endOf(row),
  };
}

function causeOf({ cause, report_id, release_id }: Row<"revalidation">): RevalidationCause {
  if (cause === "report") return { cause, reportId: report_id ?? "" };
  if (cause === "release") return { cause, releaseId: release_id ?? "" };
  return { cause };
}

function endOf(row: Row<"revalidation">): RevalidationState {
  if (row.state === "open" || row.ended_at === null) return { state: "open" };
  const end = {
    // Written by `endRevalidations` alone.
    endedBy: row.ended_by as unknown as Actor,
    endedAt: row.ended_at,
    reason: row.reason ?? "",
  };
  return row.state === "completed"
    ? { state: row.state, version: row.completed_version ?? 0, ...end }
    : { state: row.state, ...end };
}
