import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { showsNoInternalId } from "./shows-no-internal-id.rule.ts";
import { failing, passing } from "./shows-no-internal-id.samples.ts";

describe("message.shows-no-internal-id", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: showsNoInternalId.id,
        arrived: expect.any(String),
        toDo: showsNoInternalId.toDo,
      },
    ]);
  });
});
