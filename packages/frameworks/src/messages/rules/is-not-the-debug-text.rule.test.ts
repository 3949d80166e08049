import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { isNotTheDebugText } from "./is-not-the-debug-text.rule.ts";
import { failing, passing } from "./is-not-the-debug-text.samples.ts";

describe("message.is-not-the-debug-text", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules(sample)).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules(sample)).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: isNotTheDebugText.id,
        arrived: expect.any(String),
        toDo: isNotTheDebugText.toDo,
      },
    ]);
  });
});
