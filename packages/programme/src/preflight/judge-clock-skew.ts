import type { PreflightEvidence } from "./preflight-evidence.ts";
import { amber, green, notExercised, red } from "./preflight-outcomes.ts";
import type { PreflightOutcome } from "./preflight-report.ts";

const maxSkewMs = 5 * 60_000;

/** Whether the partner's clock, as its answers state it, agrees with ours. */
export function judgeClockSkew({ withCredentials }: PreflightEvidence): PreflightOutcome {
  if (withCredentials.kind !== "answered") return notExercised("No answer carried a date.");
  const { date, answeredAt } = withCredentials;
  const stated = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(stated)) {
    return amber({
      expected: "a header Date in answers",
      found: date === undefined ? "none" : JSON.stringify(date),
      toDo: "Send it: results are judged by the completion that you state.",
    });
  }
  const skewMs = stated - answeredAt.getTime();
  const found = skewInWords(skewMs);
  if (Math.abs(skewMs) <= maxSkewMs) return green(found);
  return red({
    expected: "clocks at most 5 minutes apart",
    found,
    toDo: "Synchronise the clock of the machine that answers.",
  });
}

// The header counts whole seconds.
function skewInWords(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (seconds <= 1) return "the same time";
  const minutes = Math.round(seconds / 60);
  const amount = seconds < 120 ? `${seconds} s` : `${minutes} minutes`;
  return `the partner's clock ${amount} ${skewMs > 0 ? "ahead" : "behind"}`;
}
