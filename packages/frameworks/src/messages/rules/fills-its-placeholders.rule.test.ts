import { describe, expect, it } from "vitest";

import { fillsItsPlaceholders } from "./fills-its-placeholders.rule.ts";
import { failing, passing } from "./fills-its-placeholders.samples.ts";
import { brokenRules } from "./message-rules.ts";

describe("message.fills-its-placeholders", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, text) => {
    expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing)("finds %s", (text) => {
    const broken = brokenRules({ userMessage: text, debugErrorMessage: undefined });
    expect(broken.map(({ rule }) => rule)).toStrictEqual([fillsItsPlaceholders.id]);
  });
});
