import type { Verdict } from "../verdict.ts";
import { html, type Markup } from "./markup.ts";
import type { ReportedRequirement, ReportedResult } from "./run-report.ts";
import { verdictChip } from "./verdict-chip.ts";

/** A requirement with its results; closed where nothing is to be done. */
export function renderRequirement(requirement: ReportedRequirement): Markup {
  const open =
    requirement.verdict === "pass" || requirement.verdict === "not-applicable" ? "" : " open";
  return html`<details id="${requirement.id}" ${{ markup: open }}>
    <summary>
      ${verdictChip(requirement.verdict)}<span class="title"
        >${requirement.id} ${requirement.title}</span
      ><span class="duties"
        >${requirement.severity === "must" ? "required" : "advisory"} ·
        ${requirement.duties.join(", ")}</span
      >
    </summary>
    <div class="body">${requirement.results.map(renderResult)}</div>
  </details> `;
}

function renderResult(result: ReportedResult): Markup {
  const place = [
    result.region === null ? "both tenants" : `tenant ${result.region}`,
    result.scenario ?? "whole run",
  ];
  return html`<div class="result">
    <div class="head">
      ${verdictChip(result.verdict.kind)}<span>${result.title}</span
      ><span class="place">${place.join(" · ")}${owner(result)}</span>
    </div>
    ${renderVerdict(result.verdict)}${renderFault(result)}${renderProofs(result)}
  </div>`;
}

function owner(result: ReportedResult): string {
  return result.verdict.kind === "fail" || result.verdict.kind === "checker-error"
    ? ` · fault of the ${result.faultOwner}`
    : "";
}

function renderFault({ fault, faultOwner }: ReportedResult): Markup {
  if (fault === null) return html``;
  return html`<p class="why">
    <span class="place">Why it is the ${faultOwner}’s (<code>${fault.rule}</code>):</span>
    ${fault.facts.join("; ")}.
  </p>`;
}

function renderVerdict(verdict: Verdict): Markup {
  switch (verdict.kind) {
    case "fail":
    case "warn":
      return definitions([
        ["Expected", verdict.expected],
        ["Arrived", verdict.arrived],
        ["Where", verdict.where ?? "the whole exchange"],
        ["Do next", verdict.toDo],
      ]);
    case "not-applicable":
    case "not-exercised":
      return definitions([["Because", verdict.why]]);
    case "needs-review":
      return definitions([["A person decides", verdict.question]]);
    case "waiting":
      return definitions([
        ["Waiting", `${verdict.for} must ${verdict.toDo} until ${verdict.until}`],
      ]);
    case "checker-error":
      return definitions([["Our fault", verdict.reason]]);
    case "pass":
    case "cancelled":
      return html``;
  }
}

function definitions(rows: readonly (readonly [string, string])[]): Markup {
  return html`<dl class="finding">
    ${rows.map(
      ([name, meaning]) =>
        html`<dt>${name}</dt>
          <dd>${meaning}</dd>`,
    )}
  </dl>`;
}

function renderProofs(result: ReportedResult): Markup {
  if (result.exchanges.length === 0) return html``;
  const links = result.exchanges.map(
    (id, index) =>
      html`${index === 0 ? "" : ", "}<a class="mono" href="#x-${id}">${id.slice(-12)}</a>`,
  );
  return html`<p class="proofs">Proved by ${links}</p>`;
}
