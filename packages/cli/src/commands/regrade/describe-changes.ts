import type { RunReport } from "@slipway/platform-client";

import type { ReportChange } from "../../reports/compare-reports.ts";
import { conclusionSentences } from "../../reports/verdict-signs.ts";
import { textTable } from "../../text-table.ts";

interface Regrading {
  readonly before: RunReport;
  readonly after: RunReport;
  readonly changes: readonly ReportChange[];
}

/** What a re-grading changed, as text. */
export function describeChanges({ before, after, changes }: Regrading): string {
  const rows = changes.map((change) => [
    change.requirement,
    change.before,
    "→",
    change.after,
    change.title,
  ]);
  return [
    `Run ${after.runId}: graded under pack ${after.pack.version}, before under ${before.pack.version}`,
    ...(rows.length === 0 ? ["Nothing changed."] : [textTable(rows)]),
    `Before: ${conclusionSentences[before.conclusion]}`,
    `Now:    ${conclusionSentences[after.conclusion]}`,
  ].join("\n");
}
