import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import { fieldsOf } from "../field/fields-of.ts";
import type { Finding } from "../field/finding.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { tenantA, tenantSwitched, tenantWith } from "../tenant/tenant.world.ts";
import type { FieldWrite } from "./field-write.ts";
import { fromWire } from "./from-wire.ts";
import { theField } from "./wire.world.ts";

function read(noun: ProfileNoun, id: string, json: unknown): FieldWrite | readonly Finding[] {
  return readIn(tenantA, theField(noun, id), json);
}

function readIn(tenant: Tenant, field: Field, json: unknown): FieldWrite | readonly Finding[] {
  return fromWire(field, json, { tenant });
}

function codesOf(result: FieldWrite | readonly Finding[]): readonly string[] {
  return "value" in result ? [] : result.map(({ path, code }) => `${path} ${code}`);
}

describe("values from the wire", () => {
  it.each([
    ["id alone (CLI)", { id: "D37002019004" }],
    ["value alone (DOC)", { value: "Sent" }],
    ["both", { id: "D37002019004", value: "Sent" }],
    ["both, as a read gave it", { id: "D37002019004", formattedvalue: "Sent", value: "Sent" }],
    ["a plain text (CLI)", "Sent"],
    ["a text in another case (INF)", { value: "sent" }],
  ])("take a list value as %s", (_, assessmentstatus) => {
    expect(read("applicantworkflows", "assessmentresults", [{ assessmentstatus }])).toStrictEqual({
      value: [{ children: { assessmentstatus: "D37002019004" } }],
    });
  });

  it("take a country by id, by value, or as read (PAY)", () => {
    for (const addresscountry of [
      { id: "D41001" },
      { value: "United States" },
      { id: "D41001", abbrev: "US", value: "United States" },
    ]) {
      expect(read("people", "addresses", [{ addresscountry }])).toStrictEqual({
        value: [{ children: { addresscountry: "D41001" } }],
      });
    }
  });

  it("take a link as a bare integer (DOC) or as an object with id", () => {
    expect(read("applicantworkflows", "baseprofile", 1008)).toStrictEqual({ value: 1008 });
    expect(
      read("applicantworkflows", "baseprofile", { id: 1008, profile: "http://x", value: "t" }),
    ).toStrictEqual({ value: 1008 });
  });

  it("take an address link with its company, or alone where the company is known (INF)", () => {
    const field = theField("jobs", "joblocation");
    expect(fromWire(field, { id: 409, companyid: 1800 }, { tenant: tenantA })).toStrictEqual({
      value: { companyId: 1800, entry: 409 },
    });
    const known = {
      tenant: tenantA,
      companyOfAddress: (entry: number) => (entry === 409 ? 1800 : undefined),
    };
    expect(fromWire(field, { id: 409 }, known)).toStrictEqual({
      value: { companyId: 1800, entry: 409 },
    });
    expect(fromWire(field, 409, known)).toStrictEqual({ value: { companyId: 1800, entry: 409 } });
    for (const unknown of [{ id: 410 }, 410])
      expect(codesOf(fromWire(field, unknown, known))).toStrictEqual(["joblocation not-in-list"]);
  });

  it.each([null, ""])("clear a value at %j (DOC)", (json) => {
    for (const [noun, id] of [
      ["people", "firstname"],
      ["people", "folder"],
      ["jobs", "recruiter"],
      ["people", "phones"],
      ["people", "salary"],
    ] as const) {
      expect(read(noun, id, json)).toStrictEqual({ value: undefined });
    }
  });

  it("clear a list of values at an empty array", () => {
    expect(read("jobs", "bgcpackagetype", [])).toStrictEqual({ value: undefined });
  });

  it("name each of several values once", () => {
    const [first, second] = tenantA.settings.lists["lists.job.bgc_package"] ?? [];
    const json = [{ id: first?.id }, { value: second?.value }, { id: first?.id }];
    expect(read("jobs", "bgcpackagetype", json)).toStrictEqual({ value: [first?.id, second?.id] });
  });

  it("hold texts to the length of their field, counted in characters (DOC)", () => {
    expect(
      read("applicantworkflows", "assessmentresults", [{ assessmentnotes: "😀".repeat(192) }]),
    ).toHaveProperty("value");
    expect(
      codesOf(
        read("applicantworkflows", "assessmentresults", [{ assessmentnotes: "x".repeat(193) }]),
      ),
    ).toStrictEqual(["assessmentresults[0].assessmentnotes text-too-long"]);
    expect(codesOf(read("jobs", "costcenter", "x".repeat(17)))).toStrictEqual([
      "costcenter text-too-long",
    ]);
  });

  it("take an unknown school into its list, with the same new id for the same text (DOC)", () => {
    const result = read("people", "education", [{ school: "Invented College" }]);
    expect(result).toStrictEqual(
      read("people", "education", [{ school: { value: "Invented College" } }]),
    );
    expect(result).toMatchObject({
      newNodes: [{ list: "lists.school", node: { value: "Invented College" } }],
    });
  });

  it("refuse a school that matches a hidden one (DOC)", () => {
    const lists = {
      ...tenantA.settings.lists,
      "lists.school": [{ id: "C1", value: "Old Academy", hidden: true }],
    };
    const result = readIn(tenantWith({ lists }), theField("people", "education"), [
      { school: "old academy" },
    ]);
    expect(codesOf(result)).toStrictEqual(["education[0].school hidden-list-value"]);
  });

  it("take any of several visible matches, also beside a hidden one (DOC)", () => {
    const lists = {
      ...tenantA.settings.lists,
      "lists.school": [
        { id: "C1", value: "Twin", hidden: true },
        { id: "C2", value: "Twin" },
        { id: "C3", value: "Twin" },
      ],
    };
    expect(
      readIn(tenantWith({ lists }), theField("people", "education"), [{ school: "Twin" }]),
    ).toMatchObject({
      value: [{ children: { school: "C2" } }],
    });
  });

  it.each([
    ["people.firstname", 5, "firstname wrong-type"],
    ["people.firstname", ["x"], "firstname wrong-type"],
    ["people.firstname", "\uD800", "firstname text-not-unicode"],
    ["people.firstname", "a\0b", "firstname text-not-unicode"],
    ["jobs.numberofpositions", 1.5, "numberofpositions wrong-type"],
    ["jobs.numberofpositions", Infinity, "numberofpositions number-out-of-range"],
    ["jobs.numberofpositions", 2 ** 60, "numberofpositions number-out-of-range"],
    ["jobs.numberofpositions", "5", "numberofpositions wrong-type"],
    ["jobs.duedate", "2026-02-30", "duedate unreadable-date"],
    ["jobs.duedate", 20260203, "duedate wrong-type"],
    ["jobs.jobpoststart", "2026-02-03T10:00:00Z", "jobpoststart unreadable-date"],
    ["people.folder", { id: "C999" }, "folder not-in-list"],
    ["people.folder", "No Such Folder", "folder not-in-list"],
    ["people.folder", {}, "folder value-required"],
    ["people.folder", 5, "folder wrong-type"],
    ["jobs.bgcpackagetype", { id: "C1" }, "bgcpackagetype wrong-type"],
    ["jobs.bgcpackagetype", [{ id: "C1" }], "bgcpackagetype[0] not-in-list"],
    [
      "jobs.bgcpackagetype",
      Array.from({ length: 1_001 }, () => "x"),
      "bgcpackagetype too-many-values",
    ],
    ["jobs.recruiter", "7", "recruiter wrong-type"],
    ["jobs.recruiter", -7, "recruiter number-out-of-range"],
    ["jobs.recruiter", { profile: "http://x" }, "recruiter.id wrong-type"],
    ["jobs.joblocation", 409, "joblocation not-in-list"],
    ["jobs.joblocation", { id: "409" }, "joblocation.id wrong-type"],
    ["jobs.joblocation", { id: 409, companyid: 0 }, "joblocation.companyid number-out-of-range"],
    ["people.salary", 5, "salary wrong-type"],
    ["people.salary", { currency: "USD" }, "salary.amount wrong-type"],
    ["people.salary", { currency: "usd", amount: 1 }, "salary.currency wrong-type"],
    [
      "people.salary",
      { currency: "USD", amount: 1, timeframe: "yearly" },
      "salary.timeframe not-in-list",
    ],
    ["people.phones", {}, "phones wrong-type"],
    ["people.phones", ["x"], "phones[0] not-an-object"],
    ["people.phones", [{ entry: "5" }], "phones[0].entry wrong-type"],
    ["people.phones", [[[[]]]], "phones[0] not-an-object"],
    ["people.resume", {}, "resume not-writable"],
    ["people.id", 5, "id not-writable"],
    ["applicantworkflows.submittalstatuslog", [], "submittalstatuslog not-writable"],
  ] as const)("refuse %s = %j", (place, json, expected) => {
    const [noun, id = ""] = place.split(".");
    // The rows name nouns of ours.
    expect(codesOf(read(noun as ProfileNoun, id, json))).toStrictEqual([expected]);
  });

  it("report every fault of a collection at once, each at its place", () => {
    const json = [{ phonenumber: 5 }, { phonetype: "x", phoneextension: "5" }];
    expect(codesOf(read("people", "phones", json))).toStrictEqual([
      "phones[0].phonenumber wrong-type",
      "phones[1].phonetype not-in-list",
    ]);
  });

  it("treat an unknown child by the tenant's switch, and __proto__ as no more than an unknown name", () => {
    const json: unknown = JSON.parse(
      '[{"phonenumber":"1","__proto__":{"x":1},"PhoneType":"Home"}]',
    );
    const warned = read("people", "phones", json);
    expect(warned).toMatchObject({ value: [{ children: { phonenumber: "1" } }] });
    expect("value" in warned && warned.warnings?.map(({ path }) => path)).toStrictEqual([
      "phones[0].__proto__",
      "phones[0].PhoneType",
    ]);
    const omitting = readIn(
      tenantSwitched({ unknownFieldInBody: "omit" }),
      theField("people", "phones"),
      json,
    );
    expect("value" in omitting && omitting.warnings?.map(({ path }) => path)).toStrictEqual([
      "phones[0].PhoneType",
    ]);
    const refusing = readIn(
      tenantSwitched({ unknownFieldInBody: "error-400" }),
      theField("people", "phones"),
      json,
    );
    expect(codesOf(refusing)).toStrictEqual([
      "phones[0].__proto__ unknown-field",
      "phones[0].PhoneType unknown-field",
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("never repeat in a message what was sent", () => {
    const secret = "000-12-3456";
    const attempts = [
      read("people", "birthdate", secret),
      read("people", "folder", secret),
      read("people", "drivinglicensestate", { id: secret }),
      read("people", "usssn", `${secret}\0`),
      read("people", "salary", { amount: 1, currency: secret }),
    ];
    for (const findings of attempts) expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it("answer anything at all with a value or with findings, never with an exception", () => {
    const fields = profileNouns.flatMap((noun) => fieldsOf(noun, tenantA));
    const childNames = fields.flatMap((field) =>
      isGroup(field) ? field.children.map(({ id }) => id) : [],
    );
    const key = fc.oneof(
      fc.constantFrom("id", "value", "entry", "amount", "__proto__", "constructor", ...childNames),
      fc.string(),
    );
    const leaf = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constantFrom(null, undefined, Infinity, "D41001", "\uDFFF", -0),
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("json"), { maxLength: 4 }),
        fc.dictionary(key, tie("json"), { maxKeys: 5, noNullPrototype: false }),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...fields), json, (field, value) => {
        const result = fromWire(field, value, { tenant: tenantA });
        expect("value" in result || result.length > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
