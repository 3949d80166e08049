import { html, type Markup } from "./markup.ts";
import type { ReportedPart } from "./run-report.ts";

/** What a partial run covers, above everything that follows from it. */
export function renderPart(part: ReportedPart): Markup {
  const { scenarios, checks, wholeRunChecks, leftOut } = part;
  return html`<section class="panel part" aria-label="What this run covers">
    <p>
      <strong>A part of the pack.</strong> ${describeSelection(part)}. Only a run of the whole pack
      proves a submission.
    </p>
    <dl>
      <dt>Driven</dt>
      <dd class="mono">${scenarios.join(", ")}</dd>
      <dt>Asked</dt>
      <dd class="mono">${checks.join(", ")}</dd>
      ${
        wholeRunChecks.length === 0
          ? html``
          : html`<dt>Why every scenario</dt>
              <dd>
                <span class="mono">${wholeRunChecks.join(", ")}</span> judge a run as a whole
              </dd>`
      }
      ${
        part.partly.length === 0
          ? html``
          : html`<dt>Only in part</dt>
              <dd class="mono">${part.partly.join(", ")}</dd>`
      }
      <dt>Not part of this run</dt>
      <dd class="mono">${leftOut.length === 0 ? "no requirement" : leftOut.join(", ")}</dd>
    </dl>
  </section>`;
}

/** What was asked for when the run started, as a sentence without its full stop. */
export function describeSelection({ selection }: Pick<ReportedPart, "selection">): string {
  switch (selection.kind) {
    case "only":
      return `Asked for: ${selection.ids.join(", ")}`;
    case "failed-of":
      return `Repeats what run ${selection.runId} has not passed`;
  }
}
