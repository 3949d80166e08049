/**
 * Text as it is stored. Three things that may arrive cannot stand in it as they are, and are written `⟦`, four hexadecimal
 * digits, `⟧` instead: the bracket with which our marks begin (else a sender could forge a mark), NUL and half a surrogate
 * pair (PostgreSQL refuses both). Nothing that arrives is stored in this form otherwise, so it reads back without loss.
 */
export function storedText(text: string): string {
  return isStorable(text) ? text : text.replaceAll(unstorable, escaped);
}

/** Whether the text is stored as it is. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("⟦") && !text.includes("\0");
}

/**
 * The same for JSON text, where the bracket may also stand as an escape: whoever parses the stored JSON must not find a
 * mark that we did not make.
 */
export function storedJson(text: string): string {
  if (!/u27e6/i.test(text)) return storedText(text);
  return text.replaceAll(escapeOrUnstorable, (match) => {
    if (!match.startsWith("\\")) return escaped(match);
    return match.length === "\\u27e6".length ? escaped("⟦") : `\\${storedText(match.slice(1))}`;
  });
}

const unstorable = /[⟦\0\p{Surrogate}]/gu;
const escapeOrUnstorable = /\\(?:u27e6|.)|[⟦\0\p{Surrogate}]/gisu;

function escaped(character: string): string {
  return `⟦${character.codePointAt(0)?.toString(16).padStart(4, "0") ?? ""}⟧`;
}
