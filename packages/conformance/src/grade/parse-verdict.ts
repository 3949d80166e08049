import type { JsonReader } from "@slipway/foundation";

import type { FaultOwner } from "../check.ts";
import type { Finding, Verdict, VerdictKind } from "../verdict.ts";

const kinds: readonly VerdictKind[] = [
  "pass",
  "fail",
  "warn",
  "not-applicable",
  "not-exercised",
  "needs-review",
  "waiting",
  "checker-error",
  "cancelled",
];
const faultOwners: readonly FaultOwner[] = ["partner", "configuration", "sandbox", "checker"];

/** A verdict as `writeGrading` stored it, and whose fault a failure is. */
export function parseVerdict(stored: JsonReader): {
  readonly verdict: Verdict;
  readonly faultOwner: FaultOwner;
} {
  return { verdict: parseKind(stored), faultOwner: stored.at("faultOwner").oneOf(faultOwners) };
}

function parseKind(stored: JsonReader): Verdict {
  const kind = stored.at("kind").oneOf(kinds);
  switch (kind) {
    case "pass":
    case "cancelled":
      return { kind };
    case "fail":
    case "warn":
      return { kind, ...parseFinding(stored) };
    case "not-applicable":
    case "not-exercised":
      return { kind, why: stored.at("why").text() };
    case "needs-review":
      return { kind, question: stored.at("question").text() };
    case "checker-error":
      return { kind, reason: stored.at("reason").text() };
    case "waiting":
      return {
        kind,
        for: stored.at("for").text(),
        toDo: stored.at("toDo").text(),
        until: stored.at("until").text(),
      };
  }
}

function parseFinding(stored: JsonReader): Finding {
  const where = stored.at("where").optional((place) => place.text());
  return {
    expected: stored.at("expected").text(),
    arrived: stored.at("arrived").text(),
    ...(where === undefined ? {} : { where }),
    toDo: stored.at("toDo").text(),
  };
}
