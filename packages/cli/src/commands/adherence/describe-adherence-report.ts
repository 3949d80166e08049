import type { AdherenceReport } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** Reports as a table. */
export function describeAdherenceReports(reports: readonly AdherenceReport[]): string {
  if (reports.length === 0) return "No reports.";
  return textTable([
    ["report", "state", "reported", "by", "integration", "what was seen"],
    ...reports.map(({ id, state, reportedAt, reportedBy, integrationId, observation }) => [
      id,
      state,
      reportedAt,
      reportedBy.organisation,
      integrationId,
      observation,
    ]),
  ]);
}

/** One report with what was decided. */
export function describeAdherenceReport(report: AdherenceReport): string {
  const { id, integrationId, observation, exchange, reportedBy, reportedAt } = report;
  return [
    `Report ${id} about integration ${integrationId}, by ${reportedBy.name} of ${reportedBy.organisation}, ${reportedAt}`,
    observation,
    ...(exchange === undefined
      ? []
      : [`exchange: ${exchange.exchangeId} of customer ${exchange.customerId}`]),
    report.state === "open"
      ? "open"
      : `${report.state} ${report.decidedAt} by ${report.decidedBy.name}: ${report.reason}`,
  ].join("\n");
}
