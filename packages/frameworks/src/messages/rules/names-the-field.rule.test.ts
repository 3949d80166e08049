import { describe, expect, it } from "vitest";

import { namesTheField } from "./names-the-field.rule.ts";
import { failing, passing } from "./names-the-field.samples.ts";

describe("message.names-the-field", () => {
  it.each(Object.entries(passing))("lets a good text pass: %s", (_language, sample) => {
    expect(namesTheField.arrived(sample)).toBeUndefined();
  });

  it.each(failing.map((sample) => ({ sample })))("finds $sample", ({ sample }) => {
    expect(namesTheField.arrived(sample)).toBe(
      `"${sample.userMessage}", which does not name ${sample.keys.at(-1)}`,
    );
  });
});
