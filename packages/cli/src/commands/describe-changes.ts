import type { ReportChange } from "../reports/compare-reports.ts";
import { textTable } from "../text-table.ts";

/** Changes as a table; says so where there are none. */
export function describeChanges(changes: readonly ReportChange[]): string {
  const rows = changes.map(({ requirement, before, after, title }) => [
    requirement,
    before,
    "→",
    after,
    title,
  ]);
  return rows.length === 0 ? "Nothing changed." : textTable(rows);
}
