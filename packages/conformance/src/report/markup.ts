/** Markup that is safe to send: made by `html`, which escapes every value it is given. */
export interface Markup {
  readonly markup: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
// XML 1.0 has no form for these characters; no report needs them.
const unprintable =
  // oxlint-disable-next-line no-control-regex -- they are what has to go
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Text as it may stand in HTML and XML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(unprintable, "\uFFFD")
    .replaceAll(/[&<>"']/gu, (character) => escapes[character] ?? "");
}

/** A template whose values are escaped, unless they are markup themselves; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return { markup: strings.map((text, index) => text + print(values[index] ?? "")).join("") };
}

export type MarkupValue = string | number | Markup | readonly Markup[];

function print(value: MarkupValue): string {
  if (typeof value === "string" || typeof value === "number") return escapeMarkup(String(value));
  return "markup" in value ? value.markup : value.map((one) => one.markup).join("");
}
