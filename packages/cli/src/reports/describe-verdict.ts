import type { ReportedResult } from "@slipway/platform-client";

/** What a person has to read of a verdict, as rows of name and text; none for what went well. */
export function describeVerdict({
  verdict,
  faultOwner,
}: Pick<ReportedResult, "verdict" | "faultOwner">): readonly (readonly string[])[] {
  switch (verdict.kind) {
    case "fail":
    case "warn":
      return [
        ["expected", verdict.expected],
        ["arrived", verdict.arrived],
        ...(verdict.where === undefined ? [] : [["where", verdict.where]]),
        ...(faultOwner === "partner" ? [] : [["fault of", faultOwner]]),
        ["do next", verdict.toDo],
      ];
    case "needs-review":
      return [["a person decides", verdict.question]];
    case "waiting":
      return [["waiting", `${verdict.for} must ${verdict.toDo} until ${verdict.until}`]];
    case "not-exercised":
      return [["because", verdict.why]];
    case "checker-error":
      return [["our fault", verdict.reason]];
    case "pass":
    case "not-applicable":
    case "cancelled":
      return [];
  }
}
