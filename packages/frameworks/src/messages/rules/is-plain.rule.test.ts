import { describe, expect, it } from "vitest";

import { isPlain } from "./is-plain.rule.ts";
import { failing, passing } from "./is-plain.samples.ts";
import { brokenRules } from "./message-rules.ts";

describe("message.is-plain", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, text) => {
    expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing)("finds %s", (text) => {
    const broken = brokenRules({ userMessage: text, debugErrorMessage: undefined });
    expect(broken.map(({ rule }) => rule)).toStrictEqual([isPlain.id]);
  });
});
