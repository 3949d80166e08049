import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { isPresent } from "./is-present.rule.ts";
import { failing, passing } from "./is-present.samples.ts";

describe("message.is-present", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: isPresent.id,
        arrived: expect.any(String),
        toDo: isPresent.toDo,
      },
    ]);
  });
});
