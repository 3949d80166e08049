import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFindings } from "../field/finding.ts";
import { tenantA, tenantSwitched, tenantWith } from "../tenant/tenant.world.ts";
import { applyProfileWrite, missingRequired } from "./apply-profile-write.ts";
import { parseProfileWrite } from "./parse-profile-write.ts";
import { writtenTo } from "./profile.world.ts";

const workflow = { noun: "applicantworkflows" } as const;
const person = { noun: "people" } as const;

describe("the body of a profile write", () => {
  it("creates a workflow as clients send it (PAY)", () => {
    const body = {
      baseprofile: 1008,
      associatedprofile: 2468,
      status: { id: "D10100" },
      source: "Other (Please Specify)",
      sourcename: "my-integration",
    };
    expect(writtenTo({}, body, workflow)).toStrictEqual({ ...body, status: "D10100" });
  });

  it("changes the fields it names and leaves the others (DOC)", () => {
    const doc = { firstname: "Ada", lastname: "Byron", email: "ada@example.test" };
    expect(writtenTo(doc, { lastname: "King", email: null }, person)).toStrictEqual({
      firstname: "Ada",
      lastname: "King",
    });
  });

  it("may carry the links that a read gave", () => {
    expect(writtenTo({}, { firstname: "Ada", links: [{ rel: "self" }] }, person)).toStrictEqual({
      firstname: "Ada",
    });
  });

  it("warns of unknown names, wrong case and hidden fields, and takes the rest (DOC, INF)", () => {
    const tenant = tenantWith({
      hiddenFields: { ...tenantA.settings.hiddenFields, people: ["salary"] },
    });
    const body: unknown = JSON.parse(
      '{"firstname":"Ada","FirstName":"x","shoe":1,"salary":null,"__proto__":{"a":1}}',
    );
    const write = parseProfileWrite(body, "people", { tenant });
    expect(isFindings(write)).toBe(false);
    expect(write).toMatchObject({
      warnings: [
        { path: "FirstName", code: "unknown-field" },
        { path: "shoe" },
        { path: "salary" },
        { path: "__proto__" },
      ],
    });
  });

  it("is refused for unknown names where the tenant's switch says so", () => {
    const tenant = tenantSwitched({ unknownFieldInBody: "error-400" });
    expect(parseProfileWrite({ shoe: 1 }, "people", { tenant })).toStrictEqual([
      {
        path: "shoe",
        code: "unknown-field",
        message: "Expected a known field name; the value was not taken",
      },
    ]);
  });

  it("is refused with all its faults at once", () => {
    const result = parseProfileWrite(
      { firstname: 1, folder: "x", phones: [{ phonenumber: 1 }] },
      "people",
      { tenant: tenantA },
    );
    expect(isFindings(result) && result.map(({ path }) => path)).toStrictEqual([
      "firstname",
      "folder",
      "phones[0].phonenumber",
    ]);
  });

  it.each([null, 5, "x", [], true, undefined])("is refused when it is %j", (body) => {
    expect(parseProfileWrite(body, "people", { tenant: tenantA })).toMatchObject([
      { path: "", code: "not-an-object" },
    ]);
  });

  it("shows a long or unprintable name cut and cleaned", () => {
    const tenant = tenantSwitched({ unknownFieldInBody: "error-400" });
    const result = parseProfileWrite({ [`a\u0000\uD800${"x".repeat(200)}`]: 1 }, "people", {
      tenant,
    });
    const [finding] = isFindings(result) ? result : [];
    expect(finding?.path).toBe(`a\uFFFD\uFFFD${"x".repeat(61)}…`);
  });

  it("lets no name reach the prototype of a document", () => {
    const body: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(writtenTo({}, body, person)).toStrictEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("never throws, whatever JSON arrives", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (body) => {
        const result = parseProfileWrite(body, "jobs", { tenant: tenantA });
        expect(isFindings(result) || result.writes.length >= 0).toBe(true);
      }),
    );
  });
});

describe("a collection written through its profile", () => {
  const doc = { assessmentresults: [{ entry: 7, assessmentresult: "Good", assessmentnotes: "n" }] };

  it("gains an entry for each element without a number (INF)", () => {
    expect(
      writtenTo(doc, { assessmentresults: [{ assessmentresult: "Better" }] }, workflow),
    ).toStrictEqual({
      assessmentresults: [...doc.assessmentresults, { entry: 101, assessmentresult: "Better" }],
    });
  });

  it("is replaced where the tenant's switch says so (UNK)", () => {
    const tenant = tenantSwitched({ patchCollectionWithoutEntry: "replace" });
    expect(
      writtenTo(
        doc,
        { assessmentresults: [{ assessmentresult: "Better" }] },
        { ...workflow, tenant },
      ),
    ).toStrictEqual({
      assessmentresults: [{ entry: 101, assessmentresult: "Better" }],
    });
    expect(writtenTo(doc, { assessmentresults: [] }, { ...workflow, tenant })).toStrictEqual({});
  });

  it("changes the entry whose number is given, and clears the children set to null", () => {
    const body = {
      assessmentresults: [{ entry: 7, assessmentresult: "Best", assessmentnotes: null }],
    };
    expect(writtenTo(doc, body, workflow)).toStrictEqual({
      assessmentresults: [{ entry: 7, assessmentresult: "Best" }],
    });
  });

  it("stays as it is at a duplicate of an entry (DOC)", () => {
    const body = { assessmentresults: [{ assessmentnotes: "n", assessmentresult: "Good" }] };
    expect(writtenTo(doc, body, workflow)).toStrictEqual(doc);
  });

  it("is cleared by null (DOC)", () => {
    expect(writtenTo(doc, { assessmentresults: null }, workflow)).toStrictEqual({});
  });

  it.each([
    [{ entry: 8, assessmentresult: "x" }, "unknown-entry"],
    [{}, "value-required"],
    [{ assessmentresult: null }, "value-required"],
  ])("refuses the element %j as %s", (element, code) => {
    const write = parseProfileWrite({ assessmentresults: [element] }, "applicantworkflows", {
      tenant: tenantA,
    });
    if (isFindings(write)) throw new Error("Expected a readable body");
    const applied = applyProfileWrite(doc, write, { tenant: tenantA, takeEntry: () => 1 });
    expect(applied).toMatchObject([{ path: "assessmentresults[0].entry", code }]);
  });

  it("moves the mark of the primary address to the new one (INF)", () => {
    const before = {
      addresses: [
        { entry: 1, addresscity: "A", primary: true },
        { entry: 2, addresscity: "B" },
      ],
    };
    const after = writtenTo(before, { addresses: [{ entry: 2, primary: true }] }, person);
    expect(after).toStrictEqual({
      addresses: [
        { entry: 1, addresscity: "A" },
        { entry: 2, addresscity: "B", primary: true },
      ],
    });
  });
});

describe("required fields", () => {
  it("are those the tenant set, whether the write named them or not (3P)", () => {
    expect(missingRequired("people", { firstname: "Ada" }, tenantA)).toStrictEqual([
      "lastname",
      "email",
    ]);
    expect(
      missingRequired("applicantworkflows", { baseprofile: 1, associatedprofile: 2 }, tenantA),
    ).toStrictEqual([]);
  });
});
