import type { RunConclusion, VerdictKind } from "@slipway/platform-client";

import type { Paint } from "../terminal/screen.ts";

/** How a verdict looks in a terminal: the words carry it, sign and colour only help the eye. */
export const verdictSigns: Readonly<
  Record<VerdictKind, { readonly sign: string; readonly word: string; readonly paint: Paint }>
> = {
  pass: { sign: "✓", word: "pass", paint: "green" },
  fail: { sign: "✕", word: "fail", paint: "red" },
  warn: { sign: "!", word: "warning", paint: "yellow" },
  "needs-review": { sign: "?", word: "needs a person", paint: "yellow" },
  waiting: { sign: "…", word: "waiting", paint: "yellow" },
  "not-exercised": { sign: "○", word: "not seen yet", paint: "yellow" },
  "not-applicable": { sign: "–", word: "not applicable", paint: "dim" },
  "checker-error": { sign: "⚒", word: "our fault", paint: "red" },
  cancelled: { sign: "■", word: "stopped", paint: "yellow" },
};

/** What a run says as a whole, in a sentence. */
export const conclusionSentences: Readonly<Record<RunConclusion, string>> = {
  passed: "Passed: every required point was exercised, and none failed.",
  failed: "Failed: at least one required point failed.",
  "not-judged":
    "Not judged: at least one required point could not be judged. That is our fault, not your integration's.",
  waiting: "Waiting: the run ended before everything it waited for had happened.",
  incomplete: "Incomplete: nothing failed, but at least one required point was never exercised.",
  partial:
    "Partial: nothing failed of what this run covers. Only a run of the whole pack proves a submission.",
};
