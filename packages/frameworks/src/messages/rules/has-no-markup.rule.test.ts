import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { hasNoMarkup } from "./has-no-markup.rule.ts";
import { failing, passing } from "./has-no-markup.samples.ts";

describe("message.has-no-markup", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: hasNoMarkup.id,
        arrived: expect.any(String),
        toDo: hasNoMarkup.toDo,
      },
    ]);
  });
});
