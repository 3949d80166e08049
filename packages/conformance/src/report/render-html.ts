import type { Json, JsonObject } from "@slipway/foundation";

import type { Verdict, VerdictKind } from "../verdict.ts";
import { html, type Markup } from "./markup.ts";
import { reportStyle } from "./report-style.ts";
import type {
  ReportedExchange,
  ReportedRequirement,
  ReportedResult,
  RunReport,
} from "./run-report.ts";
import { conclusionSentences, verdictLabels } from "./verdict-words.ts";

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

/** A report as one HTML page that needs nothing else: no script, no address outside itself. */
export function renderHtml(report: RunReport): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Validation run ${report.runId}</title>
        <style>
          ${{ markup: reportStyle }}
        </style>
      </head>
      <body>
        <main>
          <h1>Validation run: ${report.framework}, pack ${report.pack.version}</h1>
          <p class="lead">
            ${chip(conclusionKind(report))} ${conclusionSentences[report.conclusion]}
          </p>
          ${renderFacts(report)}
          <h2>Requirements</h2>
          ${report.requirements.map(renderRequirement)}
          <h2>Preflight</h2>
          ${renderPreflight(report.preflight)} ${renderDrivenAnew(report)}
          <h2>Exchanges that prove it</h2>
          ${renderExchanges(report.exchanges)}
        </main>
      </body>
    </html> `;
  return page.markup;
}

function conclusionKind(report: RunReport): VerdictKind {
  const kinds: Readonly<Record<RunReport["conclusion"], VerdictKind>> = {
    passed: "pass",
    failed: "fail",
    "not-judged": "checker-error",
    waiting: "waiting",
    incomplete: "not-exercised",
  };
  return kinds[report.conclusion];
}

function chip(kind: VerdictKind): Markup {
  return html`<span class="chip ${kind}"
    ><span aria-hidden="true">${signs[kind]}</span>${verdictLabels[kind]}</span
  >`;
}

function renderFacts(report: RunReport): Markup {
  const rows: readonly (readonly [string, Markup])[] = [
    ["Run", html`<code>${report.runId}</code>`],
    [
      "Started",
      html`<time datetime="${report.startedAt}">${report.startedAt}</time>, took
        ${formatDuration(report.durationMs)}`,
    ],
    [
      "Pack",
      html`${report.pack.id} ${report.pack.version}, SHA-256 <code>${report.pack.hash}</code>`,
    ],
    [
      "Tenant a",
      html`customer ${report.tenants.a.customerId} at <code>${report.tenants.a.publicBase}</code>`,
    ],
    [
      "Tenant b",
      html`customer ${report.tenants.b.customerId} at <code>${report.tenants.b.publicBase}</code>`,
    ],
  ];
  return html`<div class="panel scroll">
    <table>
      <tbody>
        ${rows.map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderRequirement(requirement: ReportedRequirement): Markup {
  const open =
    requirement.verdict === "pass" || requirement.verdict === "not-applicable" ? "" : " open";
  return html`<details id="${requirement.id}" ${{ markup: open }}>
    <summary>
      ${chip(requirement.verdict)}<span class="title">${requirement.id} ${requirement.title}</span
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
      ${chip(result.verdict.kind)}<span>${result.title}</span
      ><span class="place">${place.join(" · ")}${owner(result)}</span>
    </div>
    ${renderVerdict(result.verdict)}${renderProofs(result)}
  </div>`;
}

function owner(result: ReportedResult): string {
  return result.verdict.kind === "fail" || result.verdict.kind === "checker-error"
    ? ` · ${result.faultOwner}`
    : "";
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

function renderPreflight(preflight: JsonObject): Markup {
  const items: readonly Json[] = Array.isArray(preflight["items"]) ? preflight["items"] : [];
  const rows = items.flatMap((item) => (isObject(item) ? [renderPreflightItem(item)] : []));
  return table(["Tenant", "Looked at", "Outcome", "Found"], rows);
}

function renderPreflightItem(item: JsonObject): Markup {
  const outcome = isObject(item["outcome"]) ? item["outcome"] : {};
  const found = text(outcome["found"] ?? outcome["why"]);
  return row([text(item["region"]), text(item["title"]), text(outcome["kind"]), found]);
}

function renderDrivenAnew({ drivenAnew }: RunReport): Markup {
  if (drivenAnew.length === 0) return html``;
  const rows = drivenAnew.map((one) => row([one.region, one.scenario, one.step, one.reason]));
  return html`<h2>Driven anew</h2>
    <p class="lead">
      What became of these steps could not be known, through no fault of the partner; each scenario
      was driven again with a new candidate.
    </p>
    ${table(["Tenant", "Scenario", "Step", "Reason"], rows)}`;
}

function renderExchanges(exchanges: readonly ReportedExchange[]): Markup {
  const head = ["Time (UTC)", "Tenant", "Direction", "What", "Answer", "Took", "Exchange"];
  return table(head, exchanges.map(renderExchange));
}

function renderExchange(one: ReportedExchange): Markup {
  return html`<tr id="x-${one.id}">
    <td class="mono">${one.at}</td>
    <td>${one.region}</td>
    <td>${one.direction === "to-ats" ? "partner → ATS" : "platform → partner"}</td>
    <td class="mono">${one.method} ${one.path}</td>
    <td>${one.answer}</td>
    <td class="number">${one.durationMs.toFixed(1)} ms</td>
    <td class="mono">${one.id}</td>
  </tr>`;
}

function table(head: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="panel scroll">
    <table>
      <thead>
        <tr>
          ${head.map((name) => html`<th>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function row(cells: readonly string[]): Markup {
  return html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function isObject(value: JsonObject[string]): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: JsonObject[string]): string {
  return typeof value === "string" ? value : "";
}

function formatDuration(durationMs: number): string {
  return durationMs < 60_000
    ? `${(durationMs / 1000).toFixed(1)} s`
    : `${Math.floor(durationMs / 60_000)} min ${Math.round((durationMs % 60_000) / 1000)} s`;
}
