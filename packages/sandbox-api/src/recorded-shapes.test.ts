import { systemClock } from "@slipway/foundation";
import { afterAll, beforeAll, expect, test } from "vitest";

import { basic, openSandboxWorld, type SandboxWorld, type WorldTenant } from "./sandbox.world.ts";

// Payloads that were seen on the real ATS (PAY), by the source that has them; keys and types as seen, values our own.

const at = "https://api-a.example.test/customers/6101";
const self = (path: string) => ({
  rel: "self",
  title: "The current profile being viewed.",
  url: `${at}/${path}`,
});

let world: SandboxWorld;
let a: WorldTenant;
let settings: ReturnType<WorldTenant["settings"]>;
beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  settings = a.settings();
  await a.seed("people", 77, {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: "D32006",
    phones: [
      { entry: 5305, phonetype: "D83005", phonenumber: "302-555-0100", phoneextension: "5" },
    ],
  });
  await a.seed("people", 78, { firstname: "Grace", lastname: "Murray" });
  await a.seed("companies", 1800, {
    name: "Harbour",
    folder: "D33001",
    addresses: [
      { entry: 23, addresscountry: "D41001" },
      { entry: 24, addresscity: "Boston", addressstate: "D41001024", addresscountry: "D41001" },
    ],
  });
  await a.seed("jobs", 1008, {
    jobid: "2014-1026",
    jobtitle: "Welder",
    folder: "D31001",
    numberofpositions: 5,
    joblocation: { companyId: 1800, entry: 24 },
    hiringmanager: 78,
    recruiter: 78,
  });
  await a.seed("applicantworkflows", 13, {
    baseprofile: 1008,
    associatedprofile: 77,
    status: "D10100",
    source: "Other (Please Specify)",
    sourcename: "my-integration",
  });
  await a.seed("applicantworkflows", 14, { baseprofile: 1008, associatedprofile: 78 });
});
afterAll(async () => world.close());

const read = async (path: string): Promise<unknown> =>
  (await a.call("GET", `/customers/6101/${path}`)).json;

const job = { profile: `${at}/jobs/1008`, id: 1008, value: "Welder" };
const grace = { profile: `${at}/people/78`, id: 78, value: "Grace Murray" };
const workflowLinks = (workflow: number, person: number) => [
  self(`applicantworkflows/${workflow}`),
  { rel: "self", title: "The base profile of this workflow.", url: `${at}/jobs/1008` },
  { rel: "self", title: "The associated profile of this workflow.", url: `${at}/people/${person}` },
];

test.each([
  {
    what: "a person without fields (PAY: C-NAM)",
    path: "people/77",
    json: {
      firstname: "Ada",
      lastname: "Byron",
      email: "ada@example.test",
      folder: { id: "D32006", formattedvalue: "Cand:Unreviewed", value: "Cand:Unreviewed" },
      links: [self("people/77")],
    },
  },
  {
    what: "a person's telephone numbers (PAY: C-NAM)",
    path: "people/77?fields=phones",
    json: {
      phones: [
        {
          entry: 5305,
          phonetype: { id: "D83005", formattedvalue: "Pager", value: "Pager" },
          phonenumber: "302-555-0100",
          phoneextension: "5",
        },
      ],
      links: [self("people/77")],
    },
  },
  {
    what: "a job without fields (PAY: C-RB)",
    path: "jobs/1008",
    json: {
      jobid: "2014-1026",
      jobtitle: "Welder",
      folder: { id: "D31001", formattedvalue: "Approved", value: "Approved" },
      joblocation: {
        id: 24,
        companyid: 1800,
        address: `${at}/companies/1800/fields/addresses/24`,
        value: "US-MA-Boston",
      },
      hiringmanager: grace,
      recruiter: grace,
      links: [self("jobs/1008")],
    },
  },
  {
    what: "one field of a job, in place of the default ones (PAY: C-MAPC)",
    path: "jobs/1008?fields=numberofpositions",
    json: { numberofpositions: 5, links: [self("jobs/1008")] },
  },
  {
    what: "a company, one address of which has nothing but a country (PAY: C-MAPC)",
    path: "companies/1800",
    json: {
      name: "Harbour",
      folder: { id: "D33001", formattedvalue: "Active Location", value: "Active Location" },
      addresses: [
        { entry: 23, addresscountry: { id: "D41001", abbrev: "US", value: "United States" } },
        {
          entry: 24,
          addresscity: "Boston",
          addressstate: { id: "D41001024", abbrev: "MA", value: "Massachusetts" },
          addresscountry: { id: "D41001", abbrev: "US", value: "United States" },
        },
      ],
      links: [self("companies/1800")],
    },
  },
  {
    what: "a workflow, its three links all self (PAY: C-MAPC)",
    path: "applicantworkflows/13",
    json: {
      baseprofile: job,
      associatedprofile: { profile: `${at}/people/77`, id: 77, value: "Ada Byron" },
      status: {
        id: "D10100",
        formattedvalue: "New Submissions - External Portal",
        value: "New Submissions - External Portal",
      },
      source: "Other (Please Specify)",
      sourcename: "my-integration",
      links: workflowLinks(13, 77),
    },
  },
  {
    what: "a workflow whose empty fields are absent (PAY: C-MAPC)",
    path: "applicantworkflows/14",
    json: { baseprofile: job, associatedprofile: grace, links: workflowLinks(14, 78) },
  },
])("reads $what", async ({ path, json }) => {
  expect(await read(path)).toEqual(json);
});

test("leaves out a workflow's fields that the user may not see (PAY: S-F-CAND)", async () => {
  const applicantworkflows = ["baseprofile", "associatedprofile", "status", "sourcename"];
  a.set({ hiddenFields: { ...settings.hiddenFields, applicantworkflows } });
  const { links: _links, ...fields } = (await read("applicantworkflows/13")) as { links: unknown };
  a.set(settings);
  expect(fields).toEqual({ source: "Other (Please Specify)" });
});

test("reads a yes-or-no drop-down as its text and a multiple list as objects (PAY: C-MAPC)", async () => {
  const customOf = (noun: string, type: string) => {
    const custom = settings.customFields.find((one) => one.noun === noun && one.type === type);
    if (custom === undefined) throw new Error(`Expected a custom field of ${noun} of type ${type}`);
    return custom;
  };
  const choice = customOf("jobs", "dropdown-single");
  await a.call("PATCH", "/customers/6101/jobs/1008", { json: { [choice.id]: "Yes" } });
  expect(await read(`jobs/1008?fields=${choice.id}`)).toMatchObject({ [choice.id]: "Yes" });
  const several = customOf("people", "list-multiple");
  const nodes = settings.lists[several.list ?? ""]?.slice(0, 2) ?? [];
  const json = { [several.id]: nodes.map(({ id }) => ({ id })) };
  await a.call("PATCH", "/customers/6101/people/77", { json });
  expect(await read(`people/77?fields=${several.id}`)).toMatchObject({
    [several.id]: nodes.map(({ id, value }) => ({ id, formattedvalue: value, value })),
  });
});

/** Headers that both recorded answers to writes have, with the same values. */
const writeHeaders = {
  "cache-control": "no-cache,no-store,no-transform,must-revalidate,max-age=0,s-maxage=0",
  "content-language": "en-US,us",
  "content-security-policy": "frame-ancestors 'self'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
  "strict-transport-security": "max-age=7776000",
};

const namesOf = (headers: Headers): Readonly<Record<string, string>> => Object.fromEntries(headers);

test("answers a new workflow with its address and the recorded headers (PAY: C-MAPC)", async () => {
  const json = {
    baseprofile: 1008,
    associatedprofile: 2468,
    status: { id: "D10100" },
    source: "Other (Please Specify)",
    sourcename: "my-integration",
  };
  await a.seed("people", 2468, { firstname: "Mary", lastname: "Ward" });
  const answer = await a.call("POST", "/customers/6101/applicantworkflows", { json });
  expect([answer.status, answer.text]).toEqual([201, ""]);
  expect(namesOf(answer.headers)).toMatchObject({
    ...writeHeaders,
    location: expect.stringMatching(
      /^https:\/\/api-a\.example\.test\/customers\/6101\/applicantworkflows\/\d+$/,
    ),
    "content-type": "application/octet-stream",
    "content-length": "0",
    "x-transaction": expect.stringMatching(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/),
  });
});

test("answers a change of status with the recorded headers and no type (PAY: C-MAPC)", async () => {
  const json = { status: { id: "D10103" } };
  const answer = await a.call("PATCH", "/customers/6101/applicantworkflows/14", { json });
  expect([answer.status, answer.text]).toEqual([204, ""]);
  const location = `${at}/applicantworkflows/14`;
  expect(namesOf(answer.headers)).toMatchObject({ ...writeHeaders, location });
  expect(answer.headers.has("content-type")).toBe(false);
});

test("counts calls down and names the seconds to midnight in UTC (PAY: C-MAPC)", async () => {
  a.setClock({ ...systemClock, now: () => new Date("2026-03-10T22:08:27.000Z") });
  const first = await a.call("GET", "/customers/6101/people/77");
  const second = await a.call("GET", "/customers/6101/people/77");
  const counted = (name: string) =>
    [first, second].map(({ headers }) => Number(headers.get(`x-ratelimit-${name}`)));
  expect(counted("limit")).toEqual([settings.requestQuota, settings.requestQuota]);
  expect(counted("reset")).toEqual([6_693, 6_693]);
  const [before = 0, after = 0] = counted("remaining");
  expect(before - after).toBe(1);
});

test("answers wrong credentials with code 6 as a number (PAY: S-F-AUTH; status INF)", async () => {
  const answer = await a.call("GET", "/customers/6101/people/77", {
    authorization: basic("user-a", "wrong"),
  });
  expect(answer.status).toBe(401);
  expect(answer.json).toEqual({ errors: [{ errorMessage: expect.any(String), errorCode: 6 }] });
});

test("finds ids as numbers, with numbers and blanks in the values sent (PAY: S-F-DATE, S-FORMF)", async () => {
  for (const value of [77, "77 "]) {
    const json = { filters: [{ name: "person.id", value: [value] }] };
    const { json: found } = await a.call("POST", "/customers/6101/search/people", { json });
    expect(found).toEqual({ searchResults: [{ self: `${at}/people/77`, id: 77 }] });
  }
});

test("describes the customer and links to its profiles without angle brackets (PAY: S-CUST)", async () => {
  const { json, headers } = await a.call("GET", "/customers/6101");
  expect(json).toEqual({
    platformUrl: expect.stringMatching(/^[a-z0-9.-]+$/),
    id: 6101,
    customerType: expect.any(String),
    name: "Tenant a",
    buildVersion: expect.any(String),
  });
  expect(headers.get("link")).toContain(`${at}/people;rel="profiles";title="Available `);
});
