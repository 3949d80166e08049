import { describe, expect, it } from "vitest";

import { hasNoMarkup } from "./has-no-markup.rule.ts";
import { failing, passing } from "./has-no-markup.samples.ts";
import { brokenRules } from "./message-rules.ts";

describe("message.has-no-markup", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, text) => {
    expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing)("finds %s", (text) => {
    const broken = brokenRules({ userMessage: text, debugErrorMessage: undefined });
    expect(broken.map(({ rule }) => rule)).toStrictEqual([hasNoMarkup.id]);
  });
});
