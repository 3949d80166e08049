import { describe, expect, it } from "vitest";
import type { ProfileDoc } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { tenantA, tenantSwitched, tenantWith } from "../tenant/tenant.world.ts";
import { wireContext } from "../value/wire.world.ts";
import { fieldsOf } from "../field/fields-of.ts";
import { addressTextOf, displayTextOf } from "./display-text.ts";
import { linkTargetsOf } from "./link-targets-of.ts";
import { parseFieldsParameter } from "./parse-fields-parameter.ts";
import { profileToWire } from "./profile-to-wire.ts";

const base = "http://127.0.0.1:8701/customers/9001";
const stamps = {
  createdAt: new Date("2026-01-02T03:04:00Z"),
  updatedAt: new Date("2026-02-03T16:05:00Z"),
};

function readOf(noun: ProfileNoun, doc: ProfileDoc, parameter?: string): unknown {
  const { fields } = parseFieldsParameter(parameter, noun, tenantA);
  return profileToWire({ noun, id: 77, doc, ...stamps }, fields, wireContext());
}

describe("a profile on the wire", () => {
  const ada = {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: "D32006",
    usssn: "000-12-3456",
  };
  const self = {
    rel: "self",
    title: "The current profile being viewed.",
    url: `${base}/people/77`,
  };

  it("is a person with the default fields and links, and no id (PAY, CLI)", () => {
    expect(readOf("people", ada)).toStrictEqual({
      firstname: "Ada",
      lastname: "Byron",
      email: "ada@example.test",
      folder: { id: "D32006", formattedvalue: "Cand:Unreviewed", value: "Cand:Unreviewed" },
      links: [self],
    });
  });

  it("is a job with number, title, folder, location, manager, recruiter (PAY)", () => {
    const job = {
      jobid: "2014-1026",
      jobtitle: "Welder",
      folder: "D31001",
      joblocation: { companyId: 1800, entry: 409 },
      hiringmanager: 2,
      recruiter: 3,
    };
    expect(Object.keys(readOf("jobs", job) as object)).toStrictEqual([
      "jobid",
      "jobtitle",
      "folder",
      "joblocation",
      "hiringmanager",
      "recruiter",
      "links",
    ]);
  });

  it("is a workflow with three links, without the keys that are empty (PAY)", () => {
    const wire = readOf("applicantworkflows", {
      baseprofile: 1008,
      associatedprofile: 2468,
      status: "D10100",
    });
    expect(wire).toMatchObject({
      baseprofile: { id: 1008 },
      associatedprofile: { id: 2468 },
      status: { id: "D10100" },
    });
    expect(Object.keys(wire as object)).toStrictEqual([
      "baseprofile",
      "associatedprofile",
      "status",
      "links",
    ]);
    expect((wire as { links: unknown[] }).links).toHaveLength(3);
  });

  it("is a company with name, folder, addresses (PAY)", () => {
    const wire = readOf("companies", {
      name: "North Quay",
      folder: "D33001",
      addresses: [{ entry: 1001, addresscountry: "D41001" }],
    });
    expect(wire).toMatchObject({
      name: "North Quay",
      folder: { value: "Active Location" },
      addresses: [{ entry: 1001 }],
    });
  });

  it("holds only the fields asked for, and links (PAY)", () => {
    expect(
      readOf("jobs", { numberofpositions: 5, jobtitle: "x" }, "numberofpositions"),
    ).toMatchObject({ numberofpositions: 5 });
    expect(readOf("people", ada, "usssn")).toStrictEqual({ usssn: "000-12-3456", links: [self] });
    expect(readOf("people", ada, "shoe")).toStrictEqual({ links: [self] });
  });

  it("has its id and stamps when asked (CLI)", () => {
    expect(readOf("jobs", {}, "id,updateddate,createddate")).toMatchObject({
      id: 77,
      updateddate: "2026-02-03 04:05 PM",
      createddate: "2026-01-02 03:04 AM",
    });
  });
});

describe("the fields parameter", () => {
  it.each([undefined, "", ",", " "])("means the default set when it is %j (CLI)", (parameter) => {
    const { fields, requested } = parseFieldsParameter(parameter, "people", tenantA);
    expect(fields.map(({ id }) => id)).toStrictEqual(["firstname", "lastname", "email", "folder"]);
    expect(requested).toStrictEqual([]);
  });

  it("leaves out hidden and unknown fields in silence, and warns of wrong case (DOC, INF)", () => {
    const tenant = tenantWith({
      hiddenFields: { ...tenantA.settings.hiddenFields, people: ["salary"] },
    });
    const { fields, requested, warnings } = parseFieldsParameter(
      "email,salary,shoe,StartDate,email",
      "people",
      tenant,
    );
    expect(fields.map(({ id }) => id)).toStrictEqual(["email"]);
    expect(requested).toStrictEqual(["email", "salary", "shoe", "StartDate"]);
    expect(warnings).toStrictEqual([
      { path: "StartDate", code: "unknown-field", message: "Expected a field name in lower case" },
    ]);
  });

  it("warns of unknown fields where the tenant's switch says so", () => {
    const { warnings } = parseFieldsParameter(
      "shoe",
      "people",
      tenantSwitched({ unknownFieldInFieldsParameter: "warn" }),
    );
    expect(warnings).toMatchObject([{ path: "shoe" }]);
  });
});

describe("texts of linked profiles", () => {
  it("are the name of a person, the title of a job, the name of a company (INF)", () => {
    expect(displayTextOf("people", { firstname: "Ada", lastname: "Byron" })).toBe("Ada Byron");
    expect(displayTextOf("people", { lastname: "Byron" })).toBe("Byron");
    expect(displayTextOf("jobs", { jobtitle: "Welder" })).toBe("Welder");
    expect(displayTextOf("applicantworkflows", { source: "x" })).toBeUndefined();
  });

  it("are country, state and city of an address (INF)", () => {
    const company = {
      addresses: [
        { entry: 4, addresscountry: "D41001", addressstate: "D41001024", addresscity: "Boston" },
        { entry: 5, addresscountry: "D41006" },
      ],
    };
    expect(addressTextOf(company, 4, tenantA)).toBe("US-MA-Boston");
    expect(addressTextOf(company, 5, tenantA)).toBe("GR");
    expect(addressTextOf(company, 6, tenantA)).toBeUndefined();
    expect(addressTextOf({}, 4, tenantA)).toBeUndefined();
  });

  it("are needed for the links among the fields read, also inside collections", () => {
    const doc = {
      recruiter: 3,
      joblocation: { companyId: 1, entry: 2 },
      additionallocations: [{ entry: 9, location: { companyId: 1, entry: 3 } }],
      talentpools: [{ entry: 1, talentpool: 6 }],
    };
    expect(linkTargetsOf(doc, fieldsOf("jobs"))).toStrictEqual({
      profiles: [
        { target: "people", id: 3 },
        { target: "talentpools", id: 6 },
      ],
      addresses: [
        { companyId: 1, entry: 2 },
        { companyId: 1, entry: 3 },
      ],
    });
  });
});
