import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { showsNoSecret } from "./shows-no-secret.rule.ts";
import { failing, passing } from "./shows-no-secret.samples.ts";

describe("message.shows-no-secret", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, text) => {
    expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing)("finds %s", (text) => {
    const broken = brokenRules({ userMessage: text, debugErrorMessage: undefined });
    expect(broken.map(({ rule }) => rule)).toStrictEqual([showsNoSecret.id]);
  });
});
