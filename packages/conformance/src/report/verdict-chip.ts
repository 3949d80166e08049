import type { VerdictKind } from "../verdict.ts";
import { html, type Markup } from "./markup.ts";
import { verdictLabels } from "./verdict-words.ts";

const signs: Readonly<Record<VerdictKind, string>> = {
  pass: "✓",
  fail: "✕",
  warn: "!",
  "needs-review": "?",
  waiting: "…",
  "not-exercised": "○",
  "not-applicable": "–",
  "checker-error": "⚒",
  cancelled: "■",
};

/** A verdict in a word and a sign: it can be told without its colour. */
export function verdictChip(kind: VerdictKind): Markup {
  return html`<span class="chip ${kind}"
    ><span aria-hidden="true">${signs[kind]}</span>${verdictLabels[kind]}</span
  >`;
}
