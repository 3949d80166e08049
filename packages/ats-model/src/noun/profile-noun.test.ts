import { describe, expect, it } from "vitest";
import { parseProfileId, profileId } from "./parse-profile-id.ts";
import { isProfileNoun, nounNamed } from "./profile-noun.ts";

describe("nouns and ids", () => {
  it("know the four nouns in lower case alone (DOC)", () => {
    expect(["people", "jobs", "companies", "applicantworkflows"].every(isProfileNoun)).toBe(true);
    expect(
      ["People", "person", "locations", "submittals", "__proto__", ""].some(isProfileNoun),
    ).toBe(false);
  });

  it("know each type by noun, schema name and filter prefix (DOC)", () => {
    expect(nounNamed("submittal")).toBe("applicantworkflows");
    expect(nounNamed("applicantworkflow")).toBe("applicantworkflows");
    expect(nounNamed("company")).toBe("companies");
    expect(nounNamed("source")).toBeUndefined();
  });

  it("read a positive integer as an id, and a requisition number as none (PAY)", () => {
    expect(parseProfileId("1347")).toBe(1347);
    for (const segment of [
      "2018-1347",
      "0",
      "-1",
      "01",
      "1.0",
      "1e3",
      "",
      " 1",
      "9999999999999999",
      "١",
    ]) {
      expect(parseProfileId(segment)).toBeUndefined();
    }
  });

  it("take no other number as an id", () => {
    for (const number of [0, -1, 1.5, Number.NaN, 2 ** 60])
      expect(() => profileId(number)).toThrow("positive whole number");
  });
});
