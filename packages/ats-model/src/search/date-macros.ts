const macroShape = /^\{DATE:(START|END)\}(?:\{DATE:([+-]?\d{1,5})\})?$/i;
const dayMs = 86_400_000;

/**
 * The instant that a date macro of a search stands for: `{DATE:START}` and `{DATE:END}` are the first and last moment of
 * today in UTC, a second macro moves them by days, as in `{DATE:START}{DATE:-9}` (DOC: answers in the vendor's forum).
 * Undefined when the text is no macro.
 */
export function resolveDateMacro(text: string, now: Date): string | undefined {
  const [, edge, days = "0"] = macroShape.exec(text) ?? [];
  if (edge === undefined) return undefined;
  const start = Math.floor(now.getTime() / dayMs) * dayMs + Number(days) * dayMs;
  const instant = new Date(edge.toUpperCase() === "START" ? start : start + dayMs - 1);
  // Five digits of days before or after today may leave the years of four digits that ISO dates sort by.
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999 ? instant.toISOString() : undefined;
}
