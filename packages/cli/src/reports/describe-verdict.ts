import type { ReportedResult } from "@slipway/platform-client";

/** What a person has to read of a verdict, as rows of name and text; none for what went well. */
export function describeVerdict({
  verdict,
  faultOwner,
  fault,
}: Pick<ReportedResult, "verdict" | "faultOwner" | "fault">): readonly (readonly string[])[] {
  switch (verdict.kind) {
    case "fail":
    case "warn":
      return [
        ["expected", verdict.expected],
        ["arrived", verdict.arrived],
        ...(verdict.where === undefined ? [] : [["where", verdict.where]]),
        ["fault of", faultOwner],
        ...describeFacts(fault),
        ["do next", verdict.toDo],
      ];
    case "needs-review":
      return [["a person decides", verdict.question]];
    case "waiting":
      return [["waiting", `${verdict.for} must ${verdict.toDo} until ${verdict.until}`]];
    case "not-exercised":
      return [["because", verdict.why]];
    case "checker-error":
      return [["our fault", verdict.reason], ["fault of", faultOwner], ...describeFacts(fault)];
    case "pass":
    case "not-applicable":
    case "cancelled":
      return [];
  }
}

/** Why the fault is its owner's: a row for each recorded fact. */
function describeFacts(fault: ReportedResult["fault"]): readonly (readonly string[])[] {
  return (fault?.facts ?? []).map((fact, index) => [index === 0 ? "why" : "", fact]);
}
