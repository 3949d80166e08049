import { afterAll, beforeAll, expect, test } from "vitest";

import {
  clockFrom,
  openSandboxWorld,
  type SandboxWorld,
  type WorldTenant,
} from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  a.setClock(clockFrom("2026-03-10T12:00:00.000Z"));
  const boston = { addresscity: "Boston", addresszip: "02110", addressstate: "D41001024" };
  const albany = { addresscity: "Albany", addresszip: "12201", addressstate: "D41001035" };
  await a.seed("companies", 5, {
    name: "Acme Harbour",
    addresses: [
      { entry: 51, ...boston, addresscountry: "D41001" },
      { entry: 52, ...albany, addresscountry: "D41001" },
    ],
  });
  await a.seed("companies", 6, { name: "Acme Mill" });
  await a.seed("jobs", 1, {
    jobtitle: "Welder",
    numberofpositions: 2,
    joblocation: { companyId: 5, entry: 51 },
    jobpoststart: "2026-03-01T09:00:00.000Z",
  });
  await a.seed("jobs", 2, {
    jobtitle: "Clerk",
    numberofpositions: 2,
    joblocation: { companyId: 5, entry: 52 },
    jobpoststart: "2026-01-01T09:00:00.000Z",
    jobpostend: "2026-02-01T09:00:00.000Z",
  });
  await a.seed("jobs", 3, { jobtitle: "Driver" });
  const hired = a.settings().statuses.find(({ purpose }) => purpose === "hired")?.id ?? "";
  await a.seed("people", 9, {
    firstname: "Ada",
    backgroundchecks: [
      { entry: 91, bgccompleteddate: "2026-02-03", screeningtype: "Basic" },
      { entry: 92, bgccompleteddate: "2026-03-04", screeningtype: "Extended" },
    ],
  });
  await a.seed("people", 10, {
    firstname: "Bo",
    backgroundchecks: [{ entry: 93, screeningtype: "Basic" }],
  });
  await a.seed("people", 11, { firstname: "Cy" });
  await a.seed("applicantworkflows", 1, { baseprofile: 1, associatedprofile: 9, status: hired });
  await a.seed("applicantworkflows", 2, {
    baseprofile: 2,
    associatedprofile: 10,
    status: "D10100",
    assessmentresults: [
      { entry: 94, assessmentscore: 71.5, assessmentdate: "2026-03-09T08:00:00.000Z" },
    ],
  });
});
afterAll(async () => world.close());

interface Found {
  readonly name: string;
  readonly value?: readonly unknown[];
  readonly secondaryValue?: readonly unknown[];
  readonly operator?: string;
  readonly ids: readonly number[];
}

async function idsFound(noun: string, filter: Omit<Found, "ids">): Promise<readonly number[]> {
  const path = `/customers/6101/search/${noun}`;
  const { json, status, text } = await a.call("POST", path, { json: { filters: [filter] } });
  expect({ filter, status, text: status === 200 ? "" : text }).toEqual({
    filter,
    status: 200,
    text: "",
  });
  return (json as { searchResults: { id: number }[] }).searchResults.map(({ id }) => id);
}

const found: Readonly<Record<string, readonly Found[]>> = {
  jobs: [
    { name: "job.joblocation.addresscity", value: ["bost"], ids: [1] },
    { name: "job.joblocation.addresscity", value: ["bost"], operator: "!=", ids: [2, 3] },
    { name: "job.joblocation.addresscity", value: [], ids: [3] },
    { name: "job.joblocation.addresszip", value: ["12201"], operator: "==", ids: [2] },
    { name: "job.joblocation.addressstate", value: ["D41001035"], ids: [2] },
    { name: "job.joblocation.addressstatetext", value: ["massa"], ids: [1] },
    { name: "job.joblocation.addresscountry", value: ["United States"], ids: [1, 2] },
    { name: "job.joblocation.addresscountry", value: ["D41001"], operator: "!=", ids: [3] },
    { name: "job.joblocation.addresscountrytext", value: ["states"], ids: [1, 2] },
    { name: "job.joblocation.companyid", value: [5], ids: [1, 2] },
    { name: "job.joblocation.zipradius", value: ["02110"], ids: [1] },
    { name: "job.numberofpositionsremaining", value: ["1"], ids: [1] },
    { name: "job.numberofpositionsremaining", value: ["1"], operator: ">", ids: [2] },
    { name: "job.jobpost.isposted", value: ["Yes"], ids: [1] },
    { name: "job.jobpost.isposted", value: ["No"], ids: [2, 3] },
    { name: "job.jobpost.type", value: ["3"], ids: [1] },
    { name: "job.postedto", value: ["Successlink"], ids: [1] },
    { name: "job.jobpost.postdate", value: ["{DATE:START}{DATE:-9}"], ids: [1] },
    {
      name: "job.jobpost.enddate",
      value: ["2026-01-31"],
      secondaryValue: ["2026-02-01 9:00 AM"],
      ids: [2],
    },
  ],
  companies: [
    { name: "company.zipradius", value: ["12201"], ids: [5] },
    { name: "company.addresscity", value: ["Albany"], operator: "!==", ids: [6] },
  ],
  people: [
    { name: "person.collectionfield3256date", value: ["2026-03-01"], ids: [9] },
    { name: "person.collectionfield3256date", secondaryValue: ["2026-02-03"], ids: [9] },
    {
      name: "person.collectionfield3256date",
      value: ["2026-02-03"],
      operator: "!=",
      ids: [10, 11],
    },
    { name: "person.collectionfield3256date", value: ["soon"], ids: [9, 10, 11] },
    { name: "person.collectionfield3254text", value: ["basic"], ids: [9, 10] },
    { name: "person.collectionfield3254text", value: [], ids: [11] },
    { name: "person.collectionfield3254text", value: [], operator: "!=", ids: [9, 10] },
  ],
  applicantworkflows: [
    { name: "applicantworkflow.job.joblocation.addresscity", value: ["Albany"], ids: [2] },
    { name: "applicantworkflow.job.jobpost.isposted", value: ["Yes"], ids: [1] },
    { name: "applicantworkflow.job.numberofpositionsremaining", value: ["2"], ids: [2] },
    { name: "applicantworkflow.person.collectionfield3256date", value: ["2026-03-01"], ids: [1] },
    { name: "applicantworkflow.collectionfield3305number", value: ["70"], operator: ">", ids: [2] },
    { name: "applicantworkflow.collectionfield3301date", value: ["{DATE:START}"], ids: [] },
    {
      name: "applicantworkflow.collectionfield3301date",
      value: ["{DATE:START}{DATE:-1}"],
      ids: [2],
    },
  ],
};

const rows = Object.entries(found).flatMap(([noun, filters]) =>
  filters.map(({ ids, ...filter }) => ({ noun, filter, ids, what: JSON.stringify(filter) })),
);

test.each(rows)("finds $noun by $what", async ({ noun, filter, ids }) => {
  expect(await idsFound(noun, filter)).toEqual(ids);
});

test("compares with no profile of another tenant, linked or not", async () => {
  await world.b.seed("jobs", 1, { jobtitle: "Other", joblocation: { companyId: 5, entry: 51 } });
  const filters = [{ name: "job.joblocation.addresscity", value: ["Boston"] }];
  const { json } = await world.b.call("POST", "/customers/6102/search/jobs", { json: { filters } });
  expect(json).toEqual({ searchResults: [] });
});
