import { describe, expect, it } from "vitest";

import { brokenRules } from "./message-rules.ts";
import { fitsTheScreen } from "./fits-the-screen.rule.ts";
import { failing, passing } from "./fits-the-screen.samples.ts";

describe("message.fits-the-screen", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([]);
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(brokenRules({ userMessage: sample, debugErrorMessage: undefined })).toStrictEqual([
      {
        where: "answer.body.error.userMessage",
        rule: fitsTheScreen.id,
        arrived: expect.any(String),
        toDo: fitsTheScreen.toDo,
      },
    ]);
  });
});
