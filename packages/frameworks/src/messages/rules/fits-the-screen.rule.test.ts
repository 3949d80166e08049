import { describe, expect, it } from "vitest";

import { fitsTheScreen } from "./fits-the-screen.rule.ts";
import { failing, passing } from "./fits-the-screen.samples.ts";
import { brokenRules } from "./message-rules.ts";

describe("message.fits-the-screen", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, text) => {
    expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing)("finds %s", (text) => {
    const broken = brokenRules({ userMessage: text, debugErrorMessage: undefined });
    expect(broken.map(({ rule }) => rule)).toStrictEqual([fitsTheScreen.id]);
  });
});
