import { html, type Markup } from "@slipway/conformance";
import type { Verification } from "@slipway/programme";

import {
  dayOf,
  designationDoesNotMean,
  designationMeans,
  designationNames,
  wordsOf,
} from "./designation-words.ts";
import { verificationStyle } from "./verification-style.ts";

/** The public page of an integration that is or was designated: one page, no script, no address outside this installation. */
export function renderVerification(verification: Verification): string {
  const { integration, organisation, at } = verification;
  const { tone, short, sentence } = wordsOf(verification);
  return renderPage(
    `${integration}: ${short}`,
    html`<h1>${integration}</h1>
      <p class="by">by ${organisation}</p>
      <div class="standing ${tone}">
        <strong>${capital(short)}</strong>
        <span>${sentence}</span>
      </div>
      <dl>
        ${factsOf(verification).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd> `,
        )}
      </dl>
      ${meaning("What the designation means", designationMeans)}
      ${meaning("What it does not mean", designationDoesNotMean)}
      <footer>
        As of <time datetime="${at.toISOString()}">${at.toISOString()}</time>, made at the moment of
        asking. The same as <a href="/verify/${verification.id}.json">JSON</a>, as a
        <a href="/badge/${verification.id}.svg">badge</a>.
      </footer> `,
  );
}

/** The page for an address under which nothing was ever designated. */
export function renderUnknown(message: string): string {
  return renderPage(
    "Not on record",
    html`<h1>Not on record</h1>
      <div class="standing held">
        <strong>No designation</strong>
        <span>${message}</span>
      </div> `,
  );
}

function renderPage(title: string, content: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ markup: verificationStyle }}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `.markup;
}

function factsOf(one: Verification): readonly (readonly [string, Markup])[] {
  const name = designationNames[one.designation];
  const { bundle, pack } = one;
  return [
    wordsOf(one).tone === "held"
      ? ["Last designation", html`${name}, given ${dayOf(one.since)}, not in force now`]
      : ["Designation", html`${name}, since ${dayOf(one.since)}`],
    ["Scope", html`${one.framework}, version ${one.version} of the integration`],
    ["Requirements", pack === undefined ? html`not on record` : html`${pack.id} ${pack.version}`],
    ["Evidence", bundle === undefined ? html`no bundle was built` : evidenceOf(one.id, bundle)],
  ];
}

function evidenceOf(id: string, bundle: NonNullable<Verification["bundle"]>): Markup {
  const download = bundle.isPublic
    ? html`<a href="/verify/${id}/evidence.tar">Download the bundle</a>`
    : html`The bundle is with the partner and the programme.`;
  return html`${download}<br />SHA-256 <code>${bundle.sha256}</code><br />signed by key
    <code>${bundle.keyId}</code>, <a href="/.well-known/slipway/evidence-keys">public keys</a>`;
}

function meaning(title: string, sentences: readonly string[]): Markup {
  return html`<h2>${title}</h2>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
