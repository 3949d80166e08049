import type { Transaction } from "@slipway/database";

import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { lockStanding } from "../lifecycle/lifecycle.store.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { openRevalidationIn } from "../revalidation/open-revalidation.ts";
import { AdherenceReportDecidedProblem } from "./adherence.problems.ts";
import { closeAdherenceReport, loadAdherenceReport } from "./adherence.store.ts";
import type { AdherenceDecision, AdherenceReport } from "./adherence-report.ts";

export interface DecideAdherenceReport {
  readonly id: string;
  readonly decision: AdherenceDecision;
  readonly actor: Actor;
  readonly reason: string;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids">;

/**
 * Decides on a report, once. Upheld, it opens a revalidation in the same transaction: one is never without the other. Fails with
 * `LIFECYCLE-REFUSED` where there is no designation to keep; such a report can be dismissed.
 */
export async function decideAdherenceReport(
  parts: Parts,
  decided: DecideAdherenceReport,
): Promise<AdherenceReport> {
  const { queries } = parts.database;
  requireRole(decided.actor, {
    roles: ["reviewer", "programme-owner"],
    organisation: programmeOrganisation,
    deed: "decide on a report",
  });
  const report = await loadAdherenceReport(queries, decided.id);
  if (report.state !== "open") throw new AdherenceReportDecidedProblem(report.id, report.state);
  const integration = await loadIntegration(queries, report.integrationId);
  await parts.database.transaction(async (tx) =>
    decide(tx, parts, { ...decided, report, integration }),
  );
  wakeProgrammeWorkers(parts.database.notifications);
  return loadAdherenceReport(queries, report.id);
}

interface Deciding extends DecideAdherenceReport {
  readonly report: AdherenceReport;
  readonly integration: Integration;
}

async function decide(
  tx: Transaction,
  parts: Parts,
  { report, integration, decision, actor, reason }: Deciding,
): Promise<void> {
  const at = parts.clocks.installation.now();
  // Before the history, which is written by one at a time.
  await lockStanding(tx, integration.id);
  const isFirst = await closeAdherenceReport(tx, { id: report.id, decision, actor, reason, at });
  if (!isFirst) throw new AdherenceReportDecidedProblem(report.id, "decided meanwhile");
  await appendHistory(tx, {
    integrationId: integration.id,
    version: null,
    at,
    actor,
    event: decision === "upheld" ? "uphold-report" : "dismiss-report",
    reason,
    before: { id: report.id, state: "open" },
    after: { id: report.id, state: decision },
  });
  if (decision === "dismissed") return;
  await openRevalidationIn(tx, parts, {
    integration,
    actor,
    reason,
    at,
    cause: { cause: "report", reportId: report.id },
    subject: `the report of ${report.reportedBy.organisation}: ${report.observation}`,
  });
}
