import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFindings } from "../field/finding.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import { tenantA, tenantB, tenantSwitched, tenantWith } from "../tenant/tenant.world.ts";
import { parseSearchQuery } from "./parse-search-query.ts";
import { demandOf, faultsOf, readerOf } from "./search.world.ts";

const self = (fieldId: string, type: string) => ({
  of: "self",
  source: { kind: "field", fieldId, type },
});
const ownId = { of: "self", source: { kind: "id" } };

describe("a search query", () => {
  it("finds by equality of a text, which is containment without case (DOC, case INF)", () => {
    expect(demandOf("people", { name: "person.email", value: ["ada@example.test"] })).toStrictEqual(
      {
        kind: "term",
        column: self("email", "text"),
        test: { kind: "contains", values: ["ada@example.test"], negated: false, ignoreCase: true },
      },
    );
    expect(
      demandOf("people", { name: "person.emailaddress", value: ["a", "b"], operator: "!==" }),
    ).toMatchObject({
      test: { kind: "equals", values: ["a", "b"], negated: true },
    });
    expect(
      demandOf(
        "people",
        { name: "person.email", value: ["a"] },
        tenantSwitched({ searchTextCase: "exact" }),
      ),
    ).toMatchObject({
      test: { ignoreCase: false },
    });
  });

  it("pages by id above the last one, as text, number, with blanks, or above nothing (PAY, CLI)", () => {
    const above = {
      kind: "term",
      column: ownId,
      test: { kind: "number-compare", operator: ">", value: 12634 },
    };
    for (const value of ["12634", 12634, "12634 "]) {
      expect(
        demandOf("people", { name: "person.id", value: [value], operator: ">" }),
      ).toStrictEqual(above);
    }
    expect(demandOf("people", { name: "person.id", value: [""], operator: ">" })).toStrictEqual({
      kind: "everything",
    });
    expect(
      demandOf("applicantworkflows", { name: "applicantworkflow.id", value: ["5"], operator: ">" }),
    ).toMatchObject({ column: ownId });
  });

  it("finds several ids in one text", () => {
    expect(demandOf("jobs", { name: "job.idCSV", value: ["1, 2", "3"] })).toMatchObject({
      column: ownId,
      test: { kind: "number-one-of", values: [1, 2, 3], negated: false },
    });
  });

  it("finds list values by node id, text or digits, and nothing by what does not exist (DOC)", () => {
    for (const value of ["D32006", "cand:unreviewed", "32006"]) {
      expect(demandOf("people", { name: "person.folder", value: [value] })).toStrictEqual({
        kind: "term",
        column: self("folder", "list-single"),
        test: { kind: "one-of", values: ["D32006"], negated: false },
      });
    }
    expect(demandOf("people", { name: "person.folder", value: ["No such"] })).toStrictEqual({
      kind: "nothing",
    });
    expect(
      demandOf("people", { name: "person.folder", value: ["No such"], operator: "!=" }),
    ).toStrictEqual({ kind: "everything" });
    expect(demandOf("people", { name: "person.folder", value: [] })).toStrictEqual({
      kind: "everything",
    });
  });

  it("takes five statuses at once, as one client sends them (CLI)", () => {
    const ids = tenantA.settings.statuses.slice(0, 5).map(({ id }) => id);
    expect(
      demandOf("applicantworkflows", { name: "applicantworkflow.status", value: ids }),
    ).toMatchObject({
      test: { kind: "one-of", values: ids },
    });
  });

  it("turns a bin into its statuses", () => {
    const [bin] = tenantA.settings.lists["workflow-bins"] ?? [];
    const expected = tenantA.settings.statuses
      .filter((status) => status.bin === bin?.id)
      .map(({ id }) => id);
    expect(expected).not.toHaveLength(0);
    for (const value of [bin?.id, bin?.value]) {
      expect(
        demandOf("applicantworkflows", { name: "applicantworkflow.bin", value: [value] }),
      ).toMatchObject({
        column: self("status", "list-single"),
        test: { kind: "one-of", values: expected },
      });
    }
  });

  it.each([
    [{ value: ["2026-02-03 04:05 PM"] }, { from: "2026-02-03T16:05:00.000Z" }],
    [{ value: ["2026-02-03"] }, { from: "2026-02-03T00:00:00.000Z" }],
    [{ value: ["2013-03-25 4:00 AM"] }, { from: "2013-03-25T04:00:00.000Z" }],
    [{ secondaryValue: ["2026-02-03"] }, { to: "2026-02-03T00:00:00.000Z" }],
    [
      { value: ["2026-01-01"], secondaryValue: ["2026-02-03"] },
      { from: "2026-01-01T00:00:00.000Z", to: "2026-02-03T00:00:00.000Z" },
    ],
    [{ value: ["2026-01-01"], secondaryValue: ["soon"] }, { from: "2026-01-01T00:00:00.000Z" }],
  ])("reads the range %j of times (DOC, hour CLI)", (range, bounds) => {
    expect(
      demandOf("people", { name: "person.updateddate", operator: "=", ...range }),
    ).toStrictEqual({
      kind: "term",
      column: { of: "self", source: { kind: "updated-at" } },
      test: { kind: "date-range", ...bounds },
    });
  });

  it.each([
    { value: ["not a date"] },
    { value: [] },
    {},
    { value: [""] },
    { value: ["2026-02-30"], operator: ">" },
  ])("takes the date %j as no bound at all (DOC, CLI)", (range) => {
    expect(demandOf("people", { name: "person.employeeinfo.hiredate", ...range })).toStrictEqual({
      kind: "everything",
    });
  });

  it("compares a day field by day", () => {
    expect(
      demandOf("jobs", { name: "job.duedate", value: ["2026-02-03 04:05 PM"], operator: "<=" }),
    ).toStrictEqual({
      kind: "term",
      column: self("duedate", "date"),
      test: { kind: "date-compare", operator: "<=", value: "2026-02-03" },
    });
  });

  it("reaches from a workflow into its person and job (DOC)", () => {
    expect(
      demandOf("applicantworkflows", { name: "applicantworkflow.person.id", value: ["7"] }),
    ).toMatchObject({
      column: { of: "associatedprofile", source: { kind: "id" } },
    });
    expect(
      demandOf("applicantworkflows", { name: "applicantworkflow.job.id", value: [477703] }),
    ).toMatchObject({
      column: { of: "baseprofile", source: { kind: "id" } },
    });
    expect(
      demandOf("applicantworkflows", { name: "applicantworkflow.person.email", value: ["a"] }),
    ).toMatchObject({
      column: { of: "associatedprofile", source: { kind: "field", fieldId: "email" } },
    });
  });

  it("looks into address entries, and at the company of a job's location", () => {
    expect(demandOf("people", { name: "person.addressstate", value: ["D41001024"] })).toMatchObject(
      {
        column: { source: { kind: "child", fieldId: "addresses", childId: "addressstate" } },
        test: { kind: "one-of", values: ["D41001024"] },
      },
    );
    expect(demandOf("jobs", { name: "job.joblocation.companyid", value: ["1800"] })).toMatchObject({
      column: { source: { kind: "location-company" } },
      test: { kind: "number-one-of", values: [1800] },
    });
  });

  it("finds a searchable custom field by its flat-file number and kind, in its own tenant alone (DOC)", () => {
    const custom = tenantA.settings.customFields.find(
      (one) => one.noun === "people" && one.searchable && one.type === "text",
    );
    const name = `person.customfield${custom?.filterNumber}.text`;
    expect(demandOf("people", { name, value: ["x"] })).toMatchObject({
      column: self(custom?.id ?? "", "text"),
    });
    const refused = `The following filter is either not valid or hidden: ${name}`;
    expect(faultsOf("people", { filters: [{ name, value: ["x"] }] }, tenantB)).toStrictEqual([
      refused,
    ]);
    expect(
      faultsOf("people", { filters: [{ name: name.replace(".text", ".number"), value: ["1"] }] }),
    ).toHaveLength(1);
  });

  it("refuses a custom field that the tenant has not made searchable", () => {
    const custom = tenantB.settings.customFields.find(
      (one) => one.noun === "people" && !one.searchable && one.type === "text",
    );
    const name = `person.customfield${custom?.filterNumber}.text`;
    expect(faultsOf("people", { filters: [{ name, value: ["x"] }] }, tenantB)).toStrictEqual([
      `The following filter is either not valid or hidden: ${name}`,
    ]);
  });

  it("takes an empty value for a text as blank, or as no bound by the tenant's switch (CLI)", () => {
    const filter = { name: "person.firstname", value: [], operator: "=" };
    expect(demandOf("people", filter)).toMatchObject({
      test: { kind: "is-empty", negated: false },
    });
    expect(
      demandOf("people", filter, tenantSwitched({ searchBlankText: "matches-all" })),
    ).toStrictEqual({ kind: "everything" });
  });

  it("nests groups under children, the first page's group beside the id filter (CLI)", () => {
    const byName = (value: string) => ({ name: "person.lastname", value: [value] });
    const json = {
      filters: [{ name: "person.id", value: ["9"], operator: ">" }],
      children: [{ operator: "|", filters: [byName("A"), byName("B")] }],
    };
    expect(parseSearchQuery(json, "people", readerOf(tenantA))).toMatchObject({
      where: {
        kind: "all",
        nodes: [{ kind: "term" }, { kind: "any", nodes: [{ kind: "term" }, { kind: "term" }] }],
      },
    });
  });

  it.each([
    [{}, ["At least one filter must be specified"]],
    [{ filters: [] }, ["At least one filter must be specified"]],
    [{ filters: [], operator: "|" }, ["At least one filter must be specified"]],
    [
      { filters: [{ name: "person.shoe", value: ["1"] }] },
      ["The following filter is either not valid or hidden: person.shoe"],
    ],
    [
      { filters: [{ name: "", value: ["1"] }] },
      ["The following filter is either not valid or hidden: "],
    ],
    [{ filters: [{ value: ["1"] }] }, ["The following filter is either not valid or hidden: "]],
    [
      { filters: [{ name: "job.jobtitle", value: ["1"] }] },
      ["The following filter is either not valid or hidden: job.jobtitle"],
    ],
    [
      { filters: [{ name: "person.startdate", value: ["1"] }] },
      ["The following filter is either not valid or hidden: person.startdate"],
    ],
    [
      { filters: [{ name: "person.email", value: ["1"], operator: "<" }] },
      ["The following filter operator is not valid in the given context: <"],
    ],
    [
      { filters: [{ name: "person.id", value: ["1"], operator: "==" }] },
      ["The following filter operator is not valid in the given context: =="],
    ],
    [
      { filters: [{ name: "person.addressstate", value: ["MA"], operator: "!=" }] },
      ["The following filter operator is not valid in the given context: !="],
    ],
    [
      { filters: [{ name: "person.id", value: ["1"] }], operator: "AND" },
      ["The following group operator is not valid in the given context: AND"],
    ],
    [
      { filters: [{ name: "person.id", value: ["1"], values: [] }] },
      ["The following filter attribute is unrecognized: values"],
    ],
    [
      { filters: [{ name: "person.id", value: ["1"] }], filter: [] },
      ["The following group attribute is unrecognized: filter"],
    ],
    [[{ name: "person.id", value: ["1"] }], ["An unknown parsing error occurred"]],
    ["x", ["An unknown parsing error occurred"]],
    [null, ["An unknown parsing error occurred"]],
    [{ filters: {} }, ["An unknown parsing error occurred"]],
    [{ filters: ["x"] }, ["An unknown parsing error occurred"]],
    [{ filters: [{ name: "person.id", value: "1" }] }, ["An unknown parsing error occurred"]],
    [{ filters: [{ name: "person.id", value: ["abc"] }] }, ["An unknown parsing error occurred"]],
    [{ filters: [{ name: "person.id", value: ["1.5"] }] }, ["An unknown parsing error occurred"]],
    [
      { filters: [{ name: "person.id", value: [Infinity] }] },
      ["An unknown parsing error occurred"],
    ],
    [
      { filters: [{ name: "person.email", value: ["\uD800"] }] },
      ["An unknown parsing error occurred"],
    ],
    [{ filters: [{ name: "person.email", value: ["\0"] }] }, ["An unknown parsing error occurred"]],
  ])("refuses %j with the vendor's own text (DOC)", (json, messages) => {
    expect(faultsOf("people", json)).toStrictEqual(messages);
  });

  it("refuses a hidden field's filter as it refuses an unknown one (DOC)", () => {
    const tenant = tenantWith({
      hiddenFields: { ...tenantA.settings.hiddenFields, people: ["email", "addresses"] },
    });
    for (const name of ["person.email", "person.emailaddress", "person.addresscity"]) {
      expect(faultsOf("people", { filters: [{ name, value: ["1"] }] }, tenant)).toStrictEqual([
        `The following filter is either not valid or hidden: ${name}`,
      ]);
    }
  });

  it("names every fault of a query with its place", () => {
    const json = {
      filters: [{ name: "x" }],
      children: [{ filters: [{ name: "person.id", operator: "~" }] }],
    };
    const findings = parseSearchQuery(json, "people", readerOf(tenantA));
    expect(isFindings(findings) && findings.map(({ path }) => path)).toStrictEqual([
      "filters[0].name",
      "children[0].filters[0].operator",
    ]);
  });

  it("is refused, not fatal, when nested ten thousand deep or ten thousand wide", () => {
    const deep: unknown = JSON.parse(
      `${'{"filters":[],"children":['.repeat(10_000)}${"]}".repeat(10_000)}`,
    );
    expect(faultsOf("people", deep)).toStrictEqual(["An unknown parsing error occurred"]);
    const wide = {
      filters: Array.from({ length: 10_000 }, () => ({ name: "person.id", value: ["1"] })),
    };
    expect(faultsOf("people", wide)).toStrictEqual(["An unknown parsing error occurred"]);
  });

  it("is read or refused whatever arrives, never with an exception", () => {
    const names = [
      "person.id",
      "person.email",
      "person.folder",
      "person.updateddate",
      "person.__proto__",
    ];
    const keys = [
      "filters",
      "children",
      "operator",
      "name",
      "value",
      "secondaryValue",
      "__proto__",
      "x",
    ];
    const name = fc.constantFrom(...names, "person.constructor", "applicantworkflow.person.id");
    const odd = fc.constantFrom("=", "|", ">", null, true, -0, 1e21, "2026-02-03", "");
    const leaf = fc.oneof(name, fc.string({ unit: "binary" }), odd, fc.double());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 4 }),
      ),
    }));
    const filter = fc.record(
      { name, value: fc.array(leaf), operator: leaf },
      { requiredKeys: ["name"] },
    );
    const query = fc.oneof(tree, fc.record({ filters: fc.array(filter) }));
    fc.assert(
      fc.property(query, fc.constantFrom(...profileNouns), (json, noun) => {
        const result = parseSearchQuery(json, noun, readerOf(tenantA));
        expect(isFindings(result) ? result.length > 0 : result.where.kind.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
