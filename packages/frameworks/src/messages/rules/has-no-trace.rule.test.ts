import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { hasNoTrace } from "./has-no-trace.rule.ts";
import { failing, passing } from "./has-no-trace.samples.ts";

describe("message.has-no-trace", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, text) => {
    expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing)("finds %s", (text) => {
    const broken = brokenRules({ userMessage: text, debugErrorMessage: undefined });
    expect(broken.map(({ rule }) => rule)).toStrictEqual([hasNoTrace.id]);
  });
});
