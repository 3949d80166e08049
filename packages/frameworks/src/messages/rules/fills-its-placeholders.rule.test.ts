import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { fillsItsPlaceholders } from "./fills-its-placeholders.rule.ts";
import { failing, passing } from "./fills-its-placeholders.samples.ts";

describe("message.fills-its-placeholders", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: fillsItsPlaceholders.id,
        arrived: expect.any(String),
        toDo: fillsItsPlaceholders.toDo,
      },
    ]);
  });
});
