import type { VerdictKind } from "../verdict.ts";
import type { RunConclusion } from "../judge/conclude-run.ts";

/** How people read each verdict. */
export const verdictLabels: Readonly<Record<VerdictKind, string>> = {
  pass: "Pass",
  fail: "Fail",
  warn: "Warning",
  "needs-review": "Needs a person",
  waiting: "Waiting",
  "not-exercised": "Not seen yet",
  "not-applicable": "Not applicable",
  "checker-error": "Our fault",
  cancelled: "Stopped",
};

/** How people read a run's conclusion. */
export const conclusionSentences: Readonly<Record<RunConclusion, string>> = {
  passed: "Every required point was exercised, and none failed.",
  failed: "At least one required point failed.",
  "not-judged":
    "At least one required point could not be judged. That is our fault, not the partner’s.",
  waiting: "The run ended before everything it waited for had happened.",
  incomplete: "Nothing failed, but at least one required point was never exercised.",
  partial:
    "Nothing failed of what this run covers. It covers a part of the pack: only a whole run proves a submission.",
};
