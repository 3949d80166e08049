import { expect, it } from "vitest";
import { resolveDateMacro } from "./date-macros.ts";

const now = new Date("2026-03-10T12:34:56.000Z");

it.each([
  ["{DATE:START}", "2026-03-10T00:00:00.000Z"],
  ["{DATE:END}", "2026-03-10T23:59:59.999Z"],
  ["{DATE:START}{DATE:-9}", "2026-03-01T00:00:00.000Z"],
  ["{DATE:END}{DATE:1}", "2026-03-11T23:59:59.999Z"],
  ["{date:start}{date:+20}", "2026-03-30T00:00:00.000Z"],
])("reads the date macro %s (DOC; letter case and plus INF)", (text, instant) => {
  expect(resolveDateMacro(text, now)).toBe(instant);
});

it.each([
  "",
  "{DATE}",
  "{DATE:-9}",
  "{DATE:MIDDLE}",
  "{DATE:START}x",
  "{DATE:START}{DATE:99999}",
  "2026-03-10",
])("takes %j for no macro, or one outside the calendar", (text) => {
  const tooFar = new Date("9999-01-01T00:00:00.000Z");
  expect(resolveDateMacro(text, text.includes("99999") ? tooFar : now)).toBeUndefined();
});
