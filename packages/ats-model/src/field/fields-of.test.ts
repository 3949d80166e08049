import { describe, expect, it } from "vitest";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import { defaultFieldsOf } from "../profile/default-fields-of.ts";
import { tenantA, tenantB, tenantSwitched, tenantWith } from "../tenant/tenant.world.ts";
import { isGroup } from "./field.ts";
import { fieldsOf, findField } from "./fields-of.ts";

function defaultIds(noun: ProfileNoun, tenant = tenantA): readonly string[] {
  return defaultFieldsOf(noun, tenant).map(({ id }) => id);
}

describe("field tables", () => {
  it("give every field of a type, and every child of a collection, an id of its own in lower case", () => {
    for (const noun of profileNouns) {
      const fields = fieldsOf(noun);
      for (const siblings of [fields, ...fields.filter(isGroup).map(({ children }) => children)]) {
        const ids = siblings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9]+$/);
      }
    }
  });

  it.each([
    [
      "people",
      "addresses email firstname gender lastname phones salary startdate workexperience skillset licensecertification education middlename source sourcename usssn birthdate drivinglicensestate drivinglicensenumber resume hiredate folder externalid",
    ],
    [
      "jobs",
      "joblocation jobtitle numberofpositions positioncategory id updateddate folder positiontype additionallocations overview responsibilities qualifications assessmenttype jobtype hiringmanager experienceyears education duedate enddate startdate bgcpackagetype drugscreenpackage billingcode recruiter accountmanager billrate bonus commission confidence costcenter department eeocategory fee joblength jobtemplate talentpools skillset",
    ],
    ["companies", "addresses email externalid externalsource folder name"],
    [
      "applicantworkflows",
      "baseprofile associatedprofile status source sourcename acceptdeclinedate assessmentresults updateddate submittalstatuslog",
    ],
  ] as const)("hold the fields of %s that clients and data models name (DOC, CLI)", (noun, ids) => {
    const table = new Set(fieldsOf(noun).map(({ id }) => id));
    expect(ids.split(" ").filter((id) => !table.has(id))).toStrictEqual([]);
  });

  it("hold the lengths that the vendor documents (DOC)", () => {
    const results = findField("applicantworkflows", "assessmentresults", tenantA);
    const children = results !== undefined && isGroup(results) ? results.children : [];
    const lengths = Object.fromEntries(
      children.flatMap((child) => ("max" in child ? [[child.id, child.max]] : [])),
    );
    expect(lengths).toStrictEqual({ assessmentnotes: 192, assessmentresult: 128 });
    expect(findField("jobs", "costcenter", tenantA)).toMatchObject({ max: 16 });
  });

  it("mark what must not be stored in a log", () => {
    const masked = fieldsOf("people").flatMap(({ id, masked: kind }) =>
      kind === undefined ? [] : [[id, kind]],
    );
    expect(masked).toStrictEqual(
      expect.arrayContaining([
        ["usssn", "government-id"],
        ["birthdate", "birth-date"],
        ["drivinglicensenumber", "government-id"],
      ]),
    );
  });

  it("have the default sets that were seen (PAY, CLI)", () => {
    expect(defaultIds("people")).toStrictEqual(["firstname", "lastname", "email", "folder"]);
    expect(defaultIds("jobs")).toStrictEqual([
      "jobid",
      "jobtitle",
      "folder",
      "joblocation",
      "hiringmanager",
      "recruiter",
    ]);
    expect(defaultIds("applicantworkflows")).toStrictEqual([
      "baseprofile",
      "associatedprofile",
      "status",
      "source",
      "sourcename",
    ]);
    expect(defaultIds("companies")).toStrictEqual(["name", "folder", "addresses"]);
  });

  it("have a longer default set for people by a switch, and never a hidden field", () => {
    expect(defaultIds("people", tenantSwitched({ personDefaultFields: "long" }))).toStrictEqual([
      "firstname",
      "lastname",
      "email",
      "folder",
      "addresses",
      "phones",
      "startdate",
      "hiredate",
    ]);
    const hiddenFields = { ...tenantA.settings.hiddenFields, people: ["email"] };
    expect(defaultIds("people", tenantWith({ hiddenFields }))).toStrictEqual([
      "firstname",
      "lastname",
      "folder",
    ]);
  });

  it("include a tenant's own fields, of the right type and for that tenant alone", () => {
    for (const custom of tenantA.settings.customFields) {
      expect(findField(custom.noun, custom.id, tenantA)).toMatchObject({
        id: custom.id,
        label: custom.label,
        type: custom.type,
      });
      expect(findField(custom.noun, custom.id, tenantB)).toBeUndefined();
    }
    for (const noun of profileNouns) {
      const own = tenantA.settings.customFields.filter((custom) => custom.noun === noun);
      expect(fieldsOf(noun, tenantA).map(({ id }) => id)).toStrictEqual(
        [...fieldsOf(noun), ...own].map(({ id }) => id),
      );
    }
  });

  it.each(["__proto__", "constructor", "toString", "Email", "links", ""])(
    "know no field %j",
    (id) => {
      expect(findField("people", id, tenantA)).toBeUndefined();
    },
  );
});
