import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tenantA, tenantB } from "../tenant/tenant.world.ts";
import { labelOf } from "./label-of.ts";
import { resolveTokens } from "./resolve-tokens.ts";

describe("labels", () => {
  it("are the tenant's own, else the table's", () => {
    expect(labelOf(tenantA, "person.usssn")).toBe("Social Security #");
    expect(labelOf(tenantB, "person.usssn")).toBe("National Insurance / SSN");
    expect(labelOf(tenantA, "person.middlename")).toBe("Middle Name");
  });

  it("are found by schema name, filter prefix and noun alike", () => {
    for (const type of ["submittal", "applicantworkflow", "applicantworkflows"]) {
      expect(labelOf(tenantA, `${type}.status`)).toBe("Recruiting Stage");
    }
  });

  it("are found for the child of a collection, alone or with its collection", () => {
    expect(labelOf(tenantA, "submittal.assessmentname")).toBe("Assessment Name");
    expect(labelOf(tenantA, "submittal.assessmentresults.assessmentname")).toBe("Assessment Name");
  });

  it("are found for a custom field, in its own tenant alone", () => {
    const [custom] = tenantA.settings.customFields;
    expect(labelOf(tenantA, `person.${custom?.id}`)).toBe(custom?.label);
    expect(labelOf(tenantB, `person.${custom?.id}`)).toBeUndefined();
  });

  it.each([
    "person",
    "person.",
    "person.shoe",
    "shoe.size",
    "person.Email",
    "person.email.x",
    "person.addresses.shoe",
    "person.a.b.c",
    "",
    "__proto__.x",
    "person.__proto__",
    "person.constructor",
  ])("do not exist for %j", (key) => {
    expect(labelOf(tenantA, key)).toBeUndefined();
  });
});

describe("tokens in a partner's message", () => {
  it("become the label that each tenant's users know (DOC)", () => {
    const text = "Please fill in {{person.usssn}} and {{job.jobtitle}}.";
    expect(resolveTokens(text, tenantA)).toStrictEqual({
      text: "Please fill in Social Security # and Position Title.",
      unresolved: [],
    });
    expect(resolveTokens(text, tenantB)).toStrictEqual({
      text: "Please fill in National Insurance / SSN and Vacancy Name.",
      unresolved: [],
    });
  });

  it("stay as sent when they name nothing, and are listed once", () => {
    const text = "{{person.shoe}} {{person.shoe}} {{}} {{person.email}}";
    expect(resolveTokens(text, tenantA)).toStrictEqual({
      text: "{{person.shoe}} {{person.shoe}} {{}} E-mail Address",
      unresolved: ["person.shoe", ""],
    });
  });

  it("are never taken from a label that looks like one", () => {
    const tenant = {
      settings: { ...tenantA.settings, labels: { "person.email": "{{person.firstname}}" } },
    };
    expect(resolveTokens("{{person.email}}", tenant).text).toBe("{{person.firstname}}");
  });

  it("leave any other text as it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((text) => !text.includes("{{")),
        (text) => {
          expect(resolveTokens(text, tenantA)).toStrictEqual({ text, unresolved: [] });
        },
      ),
    );
  });
});
