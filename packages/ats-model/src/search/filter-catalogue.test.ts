import { describe, expect, it } from "vitest";
import { profileNouns } from "../noun/profile-noun.ts";
import { tenantA, tenantSwitched, tenantWith } from "../tenant/tenant.world.ts";
import { filterNamesOf } from "./filter-names-of.ts";
import { operatorsOf, searchOperators } from "./search-operators.ts";
import { demandOf, faultsOf } from "./search.world.ts";

const known = (noun: (typeof profileNouns)[number], tenant = tenantA): readonly string[] =>
  filterNamesOf(noun, tenant).map(({ name }) => name);

describe("the filters of a search", () => {
  it.each([
    [
      "people",
      "person",
      "id idCSV firstname middlename lastname email emailaddress folder externalid logingroupid addresszip addresscountry addresscity addressstate createddate updateddate employeeinfo.startdate employeeinfo.hiredate employeeinfo.enddate hiredate collectionfield3256date",
    ],
    [
      "jobs",
      "job",
      "id idCSV folder jobnumber externalid jobtitle jobtype numberofpositions numberofpositionsremaining hiretype startdate duedate positionlevel positiontype positioncategory createddate updateddate jobpost.enddate jobpost.postdate jobpost.isposted jobpost.postedtohub jobpost.status jobpost.type joblocation.addresscity joblocation.addressstate joblocation.addressstatetext joblocation.addresscountrytext joblocation.addresszip joblocation.addresscountry joblocation.zipradius joblocation.companyid postedto priority",
    ],
    [
      "companies",
      "company",
      "id idCSV name addresscity addresszip addresscountry addressstate zipradius createddate updateddate",
    ],
    ["applicantworkflows", "applicantworkflow", "id bin status updateddate"],
  ] as const)("of %s are those of the vendor's catalogue (DOC)", (noun, prefix, names) => {
    const found = new Set(known(noun));
    const missing = names.split(" ").filter((name) => !found.has(`${prefix}.${name}`));
    expect(missing).toStrictEqual([]);
  });

  it.each([
    ["text", "= != == !=="],
    ["number", "= != < > <= >="],
    ["date", "= != < > <= >="],
    ["date-time", "= != < > <= >="],
    ["id", "= != < > <= >="],
    ["multiselect", "= !="],
    ["select", "= !="],
    ["listnode", "="],
    ["zip-radius", "="],
  ] as const)("on %s take the operators %s (DOC; of an id INF)", (kind, operators) => {
    expect(operatorsOf(kind).toSorted()).toStrictEqual(operators.split(" ").toSorted());
  });

  it("take their operators and refuse all others with the vendor's text (DOC)", () => {
    for (const noun of profileNouns) {
      for (const { name, operators } of filterNamesOf(noun, tenantA)) {
        for (const operator of searchOperators) {
          const faults = faultsOf(noun, { filters: [{ name, value: [], operator }] });
          const refusal = `The following filter operator is not valid in the given context: ${operator}`;
          expect({ name, faults }).toStrictEqual({
            name,
            faults: operators.includes(operator) ? [] : [refusal],
          });
        }
      }
    }
  });

  it("include a child of a collection by number and kind, without a dot between (DOC)", () => {
    expect(
      demandOf("people", { name: "person.collectionfield3256date", value: ["2026-02-03"] }),
    ).toMatchObject({
      column: {
        source: { kind: "child", fieldId: "backgroundchecks", childId: "bgccompleteddate" },
      },
      test: { kind: "date-range", from: "2026-02-03" },
    });
    for (const name of [
      "person.collectionfield3256.date",
      "person.collectionfield3256text",
      "person.collectionfield1date",
      "job.collectionfield3256date",
    ])
      expect(faultsOf("people", { filters: [{ name, value: ["x"] }] })).toHaveLength(1);
  });

  it("are hidden with the field that they look at", () => {
    const hidden = (noun: "people" | "jobs", field: string): readonly string[] =>
      known(
        noun,
        tenantWith({ hiddenFields: { ...tenantA.settings.hiddenFields, [noun]: [field] } }),
      );
    expect(hidden("people", "backgroundchecks")).not.toContain("person.collectionfield3256date");
    const jobs = [...hidden("jobs", "joblocation"), ...hidden("jobs", "numberofpositions")];
    expect(jobs.filter((name) => name === "job.joblocation.companyid")).toHaveLength(1);
    expect(jobs.filter((name) => name === "job.numberofpositionsremaining")).toHaveLength(1);
  });

  it("are hidden with the company's address that a job's location names", () => {
    const jobsWithout = (companyField: string): readonly string[] =>
      known(
        "jobs",
        tenantWith({
          hiddenFields: { ...tenantA.settings.hiddenFields, companies: [companyField] },
        }),
      ).filter((name) => name.startsWith("job.joblocation."));
    expect(jobsWithout("addresses")).toEqual(["job.joblocation.companyid"]);
    const withoutCity = jobsWithout("addresses.addresscity");
    expect(withoutCity).toContain("job.joblocation.addresszip");
    expect(withoutCity).not.toContain("job.joblocation.addresscity");
  });

  it("resolve date macros on the tenant's day, or ignore them by the switch (DOC, day INF)", () => {
    const filter = { name: "person.updateddate", value: ["{DATE:START}{DATE:-9}"], operator: ">=" };
    expect(demandOf("people", filter)).toMatchObject({
      test: { kind: "date-compare", operator: ">=", value: "2026-03-01T00:00:00.000Z" },
    });
    expect(
      demandOf("people", filter, tenantSwitched({ searchDateMacros: "unreadable" })),
    ).toStrictEqual({ kind: "everything" });
  });

  it("compare a state's or country's text by the texts of the items", () => {
    const name = "job.joblocation.addressstatetext";
    expect(demandOf("jobs", { name, value: ["new"] })).toMatchObject({
      column: { source: { kind: "location-child", childId: "addressstate" } },
      test: { kind: "one-of", values: ["D41001033", "D41001035"], negated: false },
    });
    expect(demandOf("jobs", { name, value: ["New York"], operator: "!==" })).toMatchObject({
      test: { kind: "one-of", values: ["D41001035"], negated: true },
    });
    expect(demandOf("jobs", { name, value: ["Atlantis"] })).toStrictEqual({ kind: "nothing" });
    expect(demandOf("jobs", { name, value: [] })).toMatchObject({ test: { kind: "is-empty" } });
  });

  it("find jobs that are posted now, by Yes or No or by any posting (CLI; meaning INF)", () => {
    const yes = demandOf("jobs", { name: "job.jobpost.isposted", value: ["Yes"] });
    const no = demandOf("jobs", { name: "job.jobpost.isposted", value: ["No"] });
    expect(yes).toMatchObject({ kind: "all" });
    expect(no).toMatchObject({ kind: "any" });
    expect(
      demandOf("jobs", { name: "job.jobpost.isposted", value: ["Yes"], operator: "!=" }),
    ).toStrictEqual(no);
    for (const name of ["job.jobpost.type", "job.jobpost.status", "job.postedto"])
      expect(demandOf("jobs", { name, value: ["3"] })).toStrictEqual(yes);
    const values = [["Yes", "No"], [], ["maybe"]];
    expect(
      values.map((value) => demandOf("jobs", { name: "job.jobpost.isposted", value })?.kind),
    ).toStrictEqual(["everything", "everything", "nothing"]);
  });

  it("of places and zips that nobody can explain are refused by a switch (UNK)", () => {
    const posting = known("jobs", tenantSwitched({ searchPostingFilters: "refused" }));
    expect(posting.filter((name) => /postedto|jobpost\.(type|status)/.test(name))).toStrictEqual(
      [],
    );
    const zips = tenantSwitched({ searchZipRadius: "refused" });
    expect([...known("jobs", zips), ...known("companies", zips)].join()).not.toContain("zipradius");
    expect(demandOf("companies", { name: "company.zipradius", value: ["02110"] })).toMatchObject({
      column: { source: { kind: "child", childId: "addresszip" } },
      test: { kind: "equals", values: ["02110"] },
    });
  });
});
