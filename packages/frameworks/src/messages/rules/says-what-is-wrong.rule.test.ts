import { describe, expect, it } from "vitest";

import { saysWhatIsWrong } from "./says-what-is-wrong.rule.ts";
import { failing, passing } from "./says-what-is-wrong.samples.ts";

describe("message.says-what-is-wrong", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(saysWhatIsWrong.arrived({ userMessage: sample })).toBeUndefined();
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(saysWhatIsWrong.arrived({ userMessage: sample })).toBe(
      `"${sample}", which says only that something is wrong`,
    );
  });
});
