import { html, type Markup } from "./markup.ts";

/** A table that scrolls by itself where the page is narrow. */
export function htmlTable(head: readonly string[], rows: readonly Markup[]): Markup {
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

/** A row of texts. */
export function htmlRow(cells: readonly string[]): Markup {
  return html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}
