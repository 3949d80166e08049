import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
const base = "https://api-a.example.test/customers/6101";

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  await a.seed("people", 77, {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: "D32006",
    usssn: "000-12-3456",
    phones: [{ entry: 5305, phonenumber: "302-555-0100" }],
  });
  await a.seed("companies", 31, {
    name: "Acme",
    addresses: [{ entry: 409, addresscity: "Boston", addresscountry: "D41001" }],
  });
  await a.seed("jobs", 1008, {
    jobid: "2026-1008",
    jobtitle: "Welder",
    hiringmanager: 77,
    joblocation: { companyId: 31, entry: 409 },
    numberofpositions: 5,
  });
  await a.seed("applicantworkflows", 13, {
    baseprofile: 1008,
    associatedprofile: 77,
    status: "D10100",
  });
});
beforeEach(() => a.set({ hiddenFields: noneHidden, switches: { ...a.settings().switches } }));
afterAll(async () => world.close());

const noneHidden = { people: [], jobs: [], companies: [], applicantworkflows: [] };
const get = async (path: string) => a.call("GET", `/customers/6101/${path}`);

test("reads a person with the default fields and its links", async () => {
  const answer = await get("people/77");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json;charset=UTF-8");
  expect(answer.json).toEqual({
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: { id: "D32006", formattedvalue: "Cand:Unreviewed", value: "Cand:Unreviewed" },
    links: [{ rel: "self", title: "The current profile being viewed.", url: `${base}/people/77` }],
  });
});

test("links a workflow to its job and its person, in body and header, all as self", async () => {
  const answer = await get("applicantworkflows/13");
  expect(answer.json).toMatchObject({
    baseprofile: { profile: `${base}/jobs/1008`, id: 1008, value: "Welder" },
    associatedprofile: { profile: `${base}/people/77`, id: 77, value: "Ada Byron" },
    status: { id: "D10100" },
    links: [
      { rel: "self", url: `${base}/applicantworkflows/13` },
      { rel: "self", title: "The base profile of this workflow.", url: `${base}/jobs/1008` },
      { rel: "self", title: "The associated profile of this workflow.", url: `${base}/people/77` },
    ],
  });
  expect(answer.headers.get("link")).toBe(
    `${base}/applicantworkflows/13;rel="self";title="The current profile being viewed.", ` +
      `${base}/jobs/1008;rel="self";title="The base profile of this workflow.", ` +
      `${base}/people/77;rel="self";title="The associated profile of this workflow."`,
  );
});

test("shows a job's place as the entry of its company, whose address can be followed", async () => {
  const { json } = await get("jobs/1008?fields=joblocation");
  const { joblocation } = json as { joblocation: { address: string } };
  expect(joblocation).toEqual({
    id: 409,
    companyid: 31,
    address: `${base}/companies/31/fields/addresses/409`,
    value: "US-Boston",
  });
  const followed = await get(joblocation.address.slice(`${base}/`.length));
  expect(followed.json).toMatchObject({ addresscity: "Boston" });
  expect(followed.json).not.toHaveProperty("entry");
});

test.each(["?fields=numberofpositions,jobtitle", "?fields=numberofpositions%2Cjobtitle"])(
  "returns only the fields named and the links: %s",
  async (query) => {
    const { json } = await get(`jobs/1008${query}`);
    expect(Object.keys(json as object).toSorted()).toEqual([
      "jobtitle",
      "links",
      "numberofpositions",
    ]);
  },
);

test.each(["?fields=", "?other=1", "?fields"])("takes %s for the default fields", async (query) => {
  const { json } = await get(`people/77${query}`);
  expect(json).toMatchObject({ firstname: "Ada", email: "ada@example.test" });
});

test("refuses escapes in the query that are no UTF-8", async () => {
  const answer = await get("people/77?fields=%zz");
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 400 }] });
});

test("leaves empty fields out and never sends null", async () => {
  const answer = await get("people/77?fields=middlename,gender,salary,addresses,email");
  expect(Object.keys(answer.json as object)).toEqual(["email", "links"]);
  expect(answer.text).not.toContain("null");
});

test("gives the system's own values when asked", async () => {
  const { json } = await get("people/77?fields=id,updateddate");
  expect(json).toMatchObject({
    id: 77,
    updateddate: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d [AP]M$/),
  });
});

test("says nothing of a field that the user may not see", async () => {
  a.set({ hiddenFields: { ...noneHidden, people: ["usssn", "email"] } });
  const answer = await get("people/77?fields=usssn,email,lastname");
  expect(Object.keys(answer.json as object)).toEqual(["lastname", "links"]);
  expect(answer.headers.get("x-warning")).toBeNull();
  const byDefault = await get("people/77");
  expect(byDefault.json).not.toHaveProperty("email");
});

test.each([
  { to: "3", code: 3 },
  { to: "2", code: 2 },
] as const)("denies a hidden field's own address with code $code", async ({ to, code }) => {
  a.set({
    hiddenFields: { ...noneHidden, people: ["usssn"] },
    switches: { ...a.settings().switches, hidden404Code: to, hiddenFieldRead: "not-found" },
  });
  const answer = await get("people/77/fields/usssn");
  expect(answer.status).toBe(404);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: code }] });
});

test.each([
  { to: "3", code: 3 },
  { to: "2", code: 2 },
] as const)("denies a profile in a hidden folder with code $code", async ({ to, code }) => {
  await a.call("GET", "/customers/6101/people/77");
  a.set({
    hiddenFolders: { people: ["D32006"] },
    switches: { ...a.settings().switches, hidden404Code: to },
  });
  const answers = [
    await get("people/77"),
    await get("people/77/fields/phones"),
    await get("people/77/fields/phones/5305"),
    await a.call("PATCH", "/customers/6101/people/77", { json: { middlename: "King" } }),
    await a.call("DELETE", "/customers/6101/people/77/fields/phones/5305"),
  ];
  a.set({ hiddenFolders: {} });
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  for (const { json } of answers) expect(json).toMatchObject({ errors: [{ errorCode: code }] });
});

test("warns of a name in the wrong case, in body and header", async () => {
  const answer = await get("people/77?fields=LastName,email");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-warning")).toMatch(/^4:LastName:/);
  expect(answer.json).toMatchObject({
    email: "ada@example.test",
    warnings: [{ errorCode: 4, errorMessage: expect.stringMatching(/^LastName: /) }],
  });
  expect(answer.json).not.toHaveProperty("lastname");
});

test.each([
  { to: "omit", warned: false },
  { to: "warn", warned: true },
] as const)("an unknown field leads to a warning: $warned (switch $to)", async ({ to, warned }) => {
  a.set({ switches: { ...a.settings().switches, unknownFieldInFieldsParameter: to } });
  const answer = await get("people/77?fields=nosuchfield,email");
  expect(answer.status).toBe(200);
  expect(answer.headers.has("x-warning")).toBe(warned);
  expect("warnings" in (answer.json as object)).toBe(warned);
});

test.each([
  "people/78",
  "people/2018-1347",
  "people/0",
  "people/1e3",
  "people/99999999999999999999",
])("finds nothing at %s: 404, code 2", async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 2 }] });
  expect(answer.headers.get("x-error")).toMatch(/^2:/);
});

test.each([
  { to: "wrapped", body: { lastname: "Byron" } },
  { to: "bare", body: "Byron" },
] as const)("reads one field by itself, $to", async ({ to, body }) => {
  a.set({ switches: { ...a.settings().switches, scalarFieldRead: to } });
  const answer = await get("people/77/fields/lastname");
  expect(JSON.parse(answer.text)).toEqual(body);
});

test.each([
  { to: "wrapped", body: { phones: [{ entry: 5305, phonenumber: "302-555-0100" }] } },
  { to: "bare-array", body: [{ entry: 5305, phonenumber: "302-555-0100" }] },
] as const)("reads a whole collection, $to", async ({ to, body }) => {
  a.set({ switches: { ...a.settings().switches, collectionRead: to } });
  expect((await get("people/77/fields/phones")).json).toEqual(body);
});

test("records which fields were asked for and which were delivered", async () => {
  const answer = await get("people/77?fields=email,phones,middlename,usssn");
  const row = (await a.recorded()).find(
    (one) => one.transaction_id === answer.headers.get("x-transaction"),
  );
  const of = (field: string, how: string) => ({ noun: "people", profileId: 77, field, how });
  expect(row?.access).toEqual([
    of("email", "requested"),
    of("phones", "requested"),
    of("middlename", "requested"),
    of("usssn", "requested"),
    of("email", "delivered"),
    of("phones", "delivered"),
    of("phones.phonenumber", "delivered"),
    of("usssn", "delivered"),
  ]);
  expect(row).toMatchObject({ person_id: 77, status: 200 });
});

test("records default fields as delivered by default, and a workflow's person and job", async () => {
  await get("applicantworkflows/13");
  const row = (await a.recorded()).at(-1);
  expect(row?.access).toEqual(
    ["baseprofile", "associatedprofile", "status"].map((field) => ({
      noun: "applicantworkflows",
      profileId: 13,
      field,
      how: "delivered-by-default",
    })),
  );
  expect(row).toMatchObject({ workflow_id: 13, person_id: 77, job_id: 1008 });
});

test("records a followed address for the company that it reaches", async () => {
  await get("companies/31/fields/addresses/409");
  expect((await a.recorded()).at(-1)?.access).toEqual([
    { noun: "companies", profileId: 31, field: "addresses", how: "requested" },
    { noun: "companies", profileId: 31, field: "addresses", how: "delivered" },
    { noun: "companies", profileId: 31, field: "addresses.addresscity", how: "delivered" },
    { noun: "companies", profileId: 31, field: "addresses.addresscountry", how: "delivered" },
  ]);
});
