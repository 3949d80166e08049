import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { showsNoSecret } from "./shows-no-secret.rule.ts";
import { failing, passing } from "./shows-no-secret.samples.ts";

describe("message.shows-no-secret", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: showsNoSecret.id,
        arrived: expect.any(String),
        toDo: showsNoSecret.toDo,
      },
    ]);
  });
});
