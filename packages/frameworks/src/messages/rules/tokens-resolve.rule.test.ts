import { describe, expect, it } from "vitest";

import { tokensResolve } from "./tokens-resolve.rule.ts";
import { failing, passing } from "./tokens-resolve.samples.ts";

describe("message.tokens-resolve", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(tokensResolve.arrived(sample)).toBeUndefined();
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(tokensResolve.arrived(sample)).toContain(
      `${/\{\{.*\}\}/u.exec(sample.shown)?.[0]}, which stayed as it is`,
    );
  });
});
