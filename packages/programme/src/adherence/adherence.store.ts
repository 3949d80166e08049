import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";
import { sql } from "kysely";

import {
  integrationsOf,
  loadIntegration,
  type IntegrationQuery,
} from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { AdherenceReportNotFoundProblem } from "./adherence.problems.ts";
import type {
  AdherenceDecision,
  AdherenceReport,
  AdherenceReportHead,
} from "./adherence-report.ts";

export async function insertAdherenceReport(
  tx: Transaction,
  report: AdherenceReportHead,
): Promise<void> {
  await tx
    .insertInto("adherence_report")
    .values({
      id: report.id,
      integration_id: report.integrationId,
      observation: report.observation,
      exchange_customer_id: report.exchange?.customerId ?? null,
      exchange_id: report.exchange?.exchangeId ?? null,
      reported_by: JSON.stringify(report.reportedBy),
      reported_at: report.reportedAt,
      state: "open",
    })
    .execute();
}

/** The newest first. An organisation sees those about its integrations, and its own. Fails with `INTEGRATION-NOT-FOUND`. */
export async function listAdherenceReports(
  queries: Queries,
  { integrationId, organisation }: IntegrationQuery = {},
): Promise<readonly AdherenceReport[]> {
  if (integrationId !== undefined) await loadIntegration(queries, integrationId);
  let wanted = queries.selectFrom("adherence_report").selectAll();
  if (integrationId !== undefined) wanted = wanted.where("integration_id", "=", integrationId);
  if (organisation !== undefined)
    wanted = wanted.where((report) =>
      report.or([
        report("integration_id", "in", integrationsOf(queries, organisation)),
        report(sql`reported_by ->> 'organisation'`, "=", organisation),
      ]),
    );
  const rows = await wanted.orderBy("reported_at", "desc").orderBy("id", "desc").execute();
  return rows.map(reportOf);
}

/** Fails with `ADHERENCE-REPORT-NOT-FOUND`. */
export async function loadAdherenceReport(queries: Queries, id: string): Promise<AdherenceReport> {
  const row = isUuid(id)
    ? await queries
        .selectFrom("adherence_report")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new AdherenceReportNotFoundProblem(id);
  return reportOf(row);
}

export interface DecidedReport {
  readonly id: string;
  readonly decision: AdherenceDecision;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Date;
}

/** Whether it was open: whoever comes second finds it decided. */
export async function closeAdherenceReport(
  tx: Transaction,
  { id, decision, actor, reason, at }: DecidedReport,
): Promise<boolean> {
  const closed = await tx
    .updateTable("adherence_report")
    .set({ state: decision, decided_by: JSON.stringify(actor), decided_at: at, reason })
    .where("id", "=", id)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return closed !== undefined;
}

function reportOf(row: Row<"adherence_report">): AdherenceReport {
  const { exchange_customer_id: customerId, exchange_id: exchangeId } = row;
  const head: AdherenceReportHead = {
    id: row.id,
    integrationId: row.integration_id,
    observation: row.observation,
    exchange: customerId === null || exchangeId === null ? undefined : { customerId, exchangeId },
    // Written by `insertAdherenceReport` alone.
    reportedBy: row.reported_by as unknown as Actor,
    reportedAt: row.reported_at,
  };
  if (row.state === "open" || row.decided_at === null) return { ...head, state: "open" };
  return {
    ...head,
    state: row.state,
    // Written by `closeAdherenceReport` alone, with the instant.
    decidedBy: row.decided_by as unknown as Actor,
    decidedAt: row.decided_at,
    reason: row.reason ?? "",
  };
}
