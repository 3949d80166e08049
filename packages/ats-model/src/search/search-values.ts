const maxValues = 1_000;

/**
 * Reads the `value` or `secondaryValue` of a filter: an array of texts, in which numbers are tolerated (PAY); absent means none
 * (CLI). Undefined when it is anything else, or a text that no database would take.
 */
export function readValues(json: unknown): readonly string[] | undefined {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json) || json.length > maxValues) return undefined;
  const values = json.map((item: unknown) => valueText(item));
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}

function valueText(item: unknown): string | undefined {
  if (typeof item === "number") return Number.isFinite(item) ? String(item) : undefined;
  return typeof item === "string" && item.isWellFormed() && !item.includes("\0") ? item : undefined;
}

const numberShape = /^-?\d{1,15}(\.\d{1,15})?$/;

/** The numbers among values, blanks trimmed and empty ones left out (CLI); undefined when one is no number. */
export function numbersOf(
  values: readonly string[],
  whole: boolean,
): readonly number[] | undefined {
  const texts = values.map((value) => value.trim()).filter((value) => value !== "");
  if (!texts.every((text) => numberShape.test(text))) return undefined;
  const numbers = texts.map(Number);
  return whole && !numbers.every(Number.isSafeInteger) ? undefined : numbers;
}
