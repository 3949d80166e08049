import { describe, expect, it } from "vitest";

import { isUuid } from "./is-uuid.ts";

const uuid = "0190a000-1234-7abc-8def-0123456789ab";

describe("isUuid", () => {
  it.each([uuid, uuid.toUpperCase(), "00000000-0000-0000-0000-000000000000"])(
    "takes %s",
    (text) => {
      expect(isUuid(text)).toBe(true);
    },
  );

  it.each([
    "",
    ` ${uuid}`,
    `${uuid}\n`,
    `{${uuid}}`,
    uuid.replaceAll("-", ""),
    uuid.slice(1),
    `${uuid}0`,
    uuid.replace("a", "g"),
    "0190a0001-234-7abc-8def-0123456789ab",
  ])("does not take %j", (text) => {
    expect(isUuid(text)).toBe(false);
  });
});
