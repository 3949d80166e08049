import type { Json, JsonObject } from "@slipway/foundation";

import type { VerdictKind } from "../verdict.ts";
import { htmlRow, htmlTable } from "./html-table.ts";
import { html, type Markup } from "./markup.ts";
import { renderPart } from "./render-part.ts";
import { renderRequirement } from "./render-requirement.ts";
import { reportStyle } from "./report-style.ts";
import type { ReportedExchange, RunReport } from "./run-report.ts";
import { verdictChip } from "./verdict-chip.ts";
import { conclusionSentences } from "./verdict-words.ts";

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
            ${verdictChip(conclusionKind(report))} ${conclusionSentences[report.conclusion]}
          </p>
          ${report.part === null ? html`` : renderPart(report.part)} ${renderFacts(report)}
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
    partial: "not-exercised",
  };
  return kinds[report.conclusion];
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

function renderPreflight(preflight: JsonObject): Markup {
  const items: readonly Json[] = Array.isArray(preflight["items"]) ? preflight["items"] : [];
  const rows = items.flatMap((item) => (isObject(item) ? [renderPreflightItem(item)] : []));
  return htmlTable(["Tenant", "Looked at", "Outcome", "Found"], rows);
}

function renderPreflightItem(item: JsonObject): Markup {
  const outcome = isObject(item["outcome"]) ? item["outcome"] : {};
  const found = text(outcome["found"] ?? outcome["why"]);
  return htmlRow([text(item["region"]), text(item["title"]), text(outcome["kind"]), found]);
}

function renderDrivenAnew({ drivenAnew }: RunReport): Markup {
  if (drivenAnew.length === 0) return html``;
  const rows = drivenAnew.map((one) => htmlRow([one.region, one.scenario, one.step, one.reason]));
  return html`<h2>Driven anew</h2>
    <p class="lead">
      What became of these steps could not be known, through no fault of the partner; each scenario
      was driven again with a new candidate.
    </p>
    ${htmlTable(["Tenant", "Scenario", "Step", "Reason"], rows)}`;
}

function renderExchanges(exchanges: readonly ReportedExchange[]): Markup {
  const head = ["Time (UTC)", "Tenant", "Direction", "What", "Answer", "Took", "Exchange"];
  return htmlTable(head, exchanges.map(renderExchange));
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
