import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { hasNoTrace } from "./has-no-trace.rule.ts";
import { failing, passing } from "./has-no-trace.samples.ts";

describe("message.has-no-trace", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: hasNoTrace.id,
        arrived: expect.any(String),
        toDo: hasNoTrace.toDo,
      },
    ]);
  });
});
