import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { isPlain } from "./is-plain.rule.ts";
import { failing, passing } from "./is-plain.samples.ts";

describe("message.is-plain", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: isPlain.id,
        arrived: expect.any(String),
        toDo: isPlain.toDo,
      },
    ]);
  });
});
