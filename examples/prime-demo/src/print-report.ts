import type { ReportedRequirement, ReportedResult, RunReport } from "@slipway/platform-client";

/** The report as lines for a terminal: a row for each requirement, findings below those that need reading. */
export function printReport(report: RunReport): readonly string[] {
  return [
    "",
    "  Requirement  Verdict         Duties                    Checks  Exchanges     Time  Title",
    ...report.requirements.flatMap((requirement) => printRequirement(requirement, report)),
    "",
    `  Conclusion: ${report.conclusion}, in ${(report.durationMs / 1000).toFixed(1)} s (pack ${report.pack.version}, run ${report.runId})`,
    "",
  ];
}

function printRequirement(requirement: ReportedRequirement, report: RunReport): readonly string[] {
  const proving = new Set(requirement.results.flatMap((result) => result.exchanges));
  const row = [
    requirement.id.padEnd(12),
    requirement.verdict.padEnd(15),
    requirement.duties.join(", ").padEnd(25),
    String(requirement.results.length).padStart(6),
    String(proving.size).padStart(10),
    timeOf(report, proving).padStart(8),
    ` ${requirement.title}${requirement.severity === "advisory" ? " (advisory)" : ""}`,
  ].join(" ");
  return [`  ${row}`, ...requirement.results.flatMap(printFinding)];
}

/** How long the proving exchanges took, one after the other. */
function timeOf({ exchanges }: RunReport, proving: ReadonlySet<string>): string {
  const durations = exchanges.filter(({ id }) => proving.has(id)).map((one) => one.durationMs);
  if (durations.length === 0) return "–";
  return `${(durations.reduce((sum, one) => sum + one, 0) / 1000).toFixed(2)} s`;
}

function printFinding({ verdict, check, region, scenario }: ReportedResult): readonly string[] {
  const place = `${check}, ${region === null ? "both tenants" : `tenant ${region}`}${scenario === null ? "" : `, ${scenario}`}`;
  switch (verdict.kind) {
    case "fail":
    case "warn":
      return [
        `    ${verdict.kind}: ${place}`,
        `      expected ${verdict.expected}`,
        `      arrived  ${verdict.arrived}${verdict.where === undefined ? "" : ` (${verdict.where})`}`,
        `      do next  ${verdict.toDo}`,
      ];
    case "checker-error":
      return [`    our fault: ${place}: ${verdict.reason}`];
    case "needs-review":
      return [`    a person decides: ${place}: ${verdict.question}`];
    case "waiting":
      return [`    waiting: ${place}: ${verdict.for} must ${verdict.toDo} until ${verdict.until}`];
    case "not-exercised":
      return [`    not seen yet: ${place}: ${verdict.why}`];
    case "pass":
    case "not-applicable":
    case "cancelled":
      return [];
  }
}
