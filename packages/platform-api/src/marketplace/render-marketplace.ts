import { html, type Markup } from "@slipway/conformance";
import type { ListedIntegration, Marketplace } from "@slipway/programme";

import { dayOf, wordsOf } from "../verification/designation-words.ts";
import { marketplaceStyle } from "./marketplace-style.ts";

/** The public page of the marketplace: one page, no script, no address outside this installation but those of the partners. */
export function renderMarketplace({ at, listings }: Marketplace): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Marketplace</title>
        <style>
          ${{ markup: marketplaceStyle }}
        </style>
      </head>
      <body>
        <main>
          <h1>Marketplace</h1>
          <p class="lead">
            Integrations whose validation the programme approved. Prime comes first, then Standard;
            then whoever was validated last.
          </p>
          ${
            listings.length === 0
              ? nothing
              : html`<ol>
                  ${listings.map(listed)}
                </ol>`
          }
          <footer>
            As of <time datetime="${at.toISOString()}">${at.toISOString()}</time>, made at the
            moment of asking. The same as <a href="/marketplace.json">JSON</a>.
          </footer>
        </main>
      </body>
    </html> `.markup;
}

const nothing = html`<p class="empty">Nothing is listed yet.</p>`;

function listed(one: ListedIntegration): Markup {
  const { tone, sentence } = wordsOf(one);
  return html`<li>
    <article>
      <header>
        <h2>${one.name}</h2>
        <span class="mark ${tone}">${markOf(one)}</span>
      </header>
      <p class="by">
        by ${one.organisation} · ${one.framework} · validated ${dayOf(one.validatedAt)}
      </p>
      ${
        one.isAvailable
          ? html``
          : html`<p class="held">
              <strong>Not available.</strong> ${sentence} It cannot be ordered, and nothing is sent
              to it.
            </p>`
      }
      <p class="tagline">${one.tagline}</p>
      <p class="description">${one.description}</p>
      <dl>
        ${factsOf(one).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd> `,
        )}
      </dl>
      <p class="links">
        <a href="/verify/${one.integrationId}">What its designation means, and its evidence</a>
        ${one.links.map(
          ({ label, address }) => html`<a href="${address}" rel="nofollow noreferrer">${label}</a>`,
        )}
      </p>
    </article>
  </li> `;
}

/** What holds now, in a few words. */
function markOf(one: ListedIntegration): string {
  if (!one.isAvailable) return "Not available";
  const { short } = wordsOf(one);
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function factsOf(one: ListedIntegration): readonly (readonly [string, string])[] {
  const features = one.optionalFeatures.length === 0 ? "none" : one.optionalFeatures.join(", ");
  return [
    ["Categories", one.categories.join(", ")],
    ["Optional features", features],
    ["Support", one.supportContact],
  ];
}
