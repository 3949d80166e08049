import { integrationUserGroup, type LoginGroup, type LoginGroupRules } from "@slipway/ats-model";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { addCredential } from "../../credentials/add-credential.ts";
import {
  basic,
  openSandboxWorld,
  password,
  type CallOptions,
  type SandboxWorld,
  type WorldAnswer,
  type WorldTenant,
} from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("companies", 40, {
    name: "Acme",
    addresses: [{ entry: 12, addresscity: "Bern", addressstreet1: "Lane 1" }],
  });
  await a.seed("jobs", 7, { jobtitle: "Baker" });
  await a.seed("people", 900, { firstname: "Int", lastname: "User" });
  await addCredential(world.database.queries, {
    customerId: a.customerId,
    username: "recruiter",
    password,
    userId: 901,
    loginGroup: "Recruiter",
    createdAt: new Date(),
  });
});

beforeEach(async () => {
  a.set({ ...defaults, loginGroups: [] });
  await world.database.queries
    .deleteFrom("profile")
    .where("type", "in", ["people", "applicantworkflows"])
    .where("id", "in", [77, 5])
    .execute();
  await a.seed("people", 77, {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: "D32006",
    addresses: [{ entry: 23, addresscity: "London", addresszip: "W1" }],
    phones: [{ entry: 24, phonenumber: "302-555-0100" }],
  });
  await a.seed("applicantworkflows", 5, {
    baseprofile: 7,
    associatedprofile: 77,
    status: "D10100",
  });
});

afterAll(async () => world.close());

/** Rules of the group that the world's user is in. */
function rule(rules: LoginGroupRules, others: Partial<LoginGroup> = {}): void {
  a.set({ loginGroups: [{ name: integrationUserGroup, rules, ...others }] });
}

function turn(switches: Partial<typeof defaults.switches>): void {
  a.set({ switches: { ...defaults.switches, ...switches } });
}

const call = async (method: string, path: string, json?: unknown): Promise<WorldAnswer> =>
  a.call(method, `/customers/6101/${path}`, json === undefined ? {} : { json });

const asRecruiter: CallOptions = { authorization: basic("recruiter", password) };

test("leaves a hidden field out wherever the group reads it, without an error or a null", async () => {
  rule({ people: { hidden: ["email"] } });
  const byDefault = await call("GET", "people/77");
  const named = await call("GET", "people/77?fields=email,lastname");
  const alone = await call("GET", "people/77/fields/email");
  expect(Object.keys(byDefault.json as object)).not.toContain("email");
  expect(Object.keys(named.json as object)).toEqual(["lastname", "links"]);
  expect(alone).toMatchObject({ status: 200, text: "{}" });
  for (const { headers } of [byDefault, named, alone]) expect(headers.get("x-error")).toBeNull();
});

test("hides fields from the group that has the rule, and from no other", async () => {
  rule({ people: { hidden: ["email"] } });
  const { json } = await a.call("GET", "/customers/6101/people/77", asRecruiter);
  expect(json).toMatchObject({ email: "ada@example.test" });
});

test("answers 404 for the address of a hidden field where the switch says so", async () => {
  turn({ hiddenFieldRead: "not-found" });
  rule({ people: { hidden: ["email"] }, applicantworkflows: { hidden: ["submittalstatuslog"] } });
  for (const path of ["people/77/fields/email", "applicantworkflows/5/submittalstatuslog"])
    expect(await call("GET", path)).toMatchObject({
      status: 404,
      json: { errors: [{ errorCode: 3 }] },
    });
});

test("leaves hidden children of a collection out of every way of reading it", async () => {
  rule({ people: { hidden: ["addresses.addresszip"] } });
  const entry = { addresscity: "London" };
  const whole = await call("GET", "people/77?fields=addresses");
  expect(whole.json).toMatchObject({ addresses: [{ ...entry, entry: 23 }] });
  for (const path of ["people/77/fields/addresses", "people/77/fields/addresses/23"])
    expect((await call("GET", path)).text).not.toContain("addresszip");
  expect((await call("GET", "people/77/fields/addresses/23")).json).toEqual(entry);
});

test("keeps the hidden children of an entry that is changed", async () => {
  rule({ people: { hidden: ["addresses.addresszip"] } });
  const answer = await call("PATCH", "people/77/fields/addresses/23", { addresscity: "Bath" });
  expect(answer.status).toBe(204);
  expect(await a.stored("people", 77)).toMatchObject({
    addresses: [{ entry: 23, addresscity: "Bath", addresszip: "W1" }],
  });
});

test("denies the entries of a hidden collection, to read and to write", async () => {
  rule({ people: { hidden: ["phones"] } });
  const answers = [
    await call("GET", "people/77/fields/phones/24"),
    await call("POST", "people/77/fields/phones", { phonenumber: "1" }),
    await call("PATCH", "people/77/fields/phones/24", { phonenumber: "1" }),
    await call("DELETE", "people/77/fields/phones/24"),
  ];
  for (const { status, json } of answers) {
    expect(status).toBe(404);
    expect(json).toMatchObject({ errors: [{ errorCode: 3 }] });
  }
});

test.each([
  { to: "as-unknown", status: 200, said: [true, false] },
  { to: "omit", status: 204, said: [false, false] },
  { to: "error-400", status: 400, said: [false, true] },
] as const)("meets a hidden field in a body by the switch $to", async ({ to, status, said }) => {
  turn({ hiddenFieldInBody: to });
  rule({ people: { hidden: ["email"] } });
  const answer = await call("PATCH", "people/77", { email: "new@example.test" });
  const named = ["x-warning", "x-error"].map((header) =>
    (answer.headers.get(header) ?? "").startsWith("4:email:"),
  );
  expect(named).toEqual(said);
  expect(answer.status).toBe(status);
  expect(await a.stored("people", 77)).toMatchObject({ email: "ada@example.test" });
});

test.each([
  { to: "error-400", status: 400, lastname: "Byron" },
  { to: "warn", status: 200, lastname: "Lovelace" },
] as const)("does not write a read-only field, by the switch $to", async (expected) => {
  turn({ readOnlyFieldInBody: expected.to });
  rule({ people: { readOnly: ["email"] } });
  const answer = await call("PATCH", "people/77", {
    email: "x@example.test",
    lastname: "Lovelace",
  });
  expect(answer.status).toBe(expected.status);
  expect(answer.headers.get(expected.to === "warn" ? "x-warning" : "x-error")).toMatch(/^4:email:/);
  expect(await a.stored("people", 77)).toMatchObject({
    email: "ada@example.test",
    lastname: expected.lastname,
  });
  expect((await call("GET", "people/77")).json).toMatchObject({ email: "ada@example.test" });
});

test("does not write a read-only child of a collection", async () => {
  rule({ people: { readOnly: ["addresses.addresszip"] } });
  const answer = await call("PATCH", "people/77/fields/addresses/23", { addresszip: "X" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("addresszip");
});

test("refuses a change that leaves fields empty which the group requires, even unmentioned", async () => {
  rule({ people: { required: ["gender", "birthdate"] } });
  const answer = await call("PATCH", "people/77", { firstname: "Augusta" });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    errors: [
      { errorCode: 1, errorMessage: expect.stringMatching(/^gender: /) },
      { errorCode: 1, errorMessage: expect.stringMatching(/^birthdate: /) },
    ],
  });
  expect(answer.headers.get("x-error")).toMatch(/1:gender:.*1:birthdate:/);
  expect(await a.stored("people", 77)).toMatchObject({ firstname: "Ada" });
});

test("frees a group of fields that the tenant requires of others", async () => {
  const person = { firstname: "Grace" };
  expect((await call("POST", "people", person)).status).toBe(400);
  rule({ people: { required: [] } });
  expect((await call("POST", "people", person)).status).toBe(201);
});

test("never frees a workflow of its person and job", async () => {
  rule({ applicantworkflows: { required: [] } });
  const answer = await call("POST", "applicantworkflows", { baseprofile: 7 });
  expect(answer.status).toBe(400);
  expect(answer.headers.get("x-error")).toMatch(/^1:associatedprofile:/);
});

test("refuses a filter on a hidden field or child as one that does not exist", async () => {
  rule({ people: { hidden: ["email", "addresses.addresszip"] } });
  for (const name of ["person.email", "person.emaillastupdated", "person.addresszip"]) {
    const answer = await call("POST", "search/people", { filters: [{ name, value: ["x"] }] });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`either not valid or hidden: ${name}`);
  }
  const city = { name: "person.addresscity", value: ["London"] };
  expect((await call("POST", "search/people", { filters: [city] })).text).toContain("people/77");
});

test("hides the profiles of a folder from the group alone", async () => {
  rule({ people: { hiddenFolders: ["D32006"] } });
  const filters = [{ name: "person.id", value: ["77"] }];
  expect((await call("GET", "people/77")).status).toBe(404);
  expect((await call("PATCH", "people/77", { firstname: "X" })).status).toBe(404);
  expect((await call("POST", "search/people", { filters })).json).toEqual({ searchResults: [] });
  expect((await a.call("GET", "/customers/6101/people/77", asRecruiter)).status).toBe(200);
});

test("does not give a group results that were found for another", async () => {
  turn({ searchFreshness: "cached-15-minutes", searchByOtherGroups: "answered" });
  const json = { filters: [{ name: "person.lastname", value: ["Byron"] }] };
  const path = "/customers/6101/search/people";
  expect((await a.call("POST", path, { json })).text).toContain("people/77");
  a.set({ loginGroups: [{ name: "Recruiter", rules: { people: { hiddenFolders: ["D32006"] } } }] });
  expect((await a.call("POST", path, { json, ...asRecruiter })).json).toEqual({
    searchResults: [],
  });
});

test.each([
  { to: "not-found", status: 404, code: 3 },
  { to: "forbidden", status: 403, code: 403 },
] as const)("refuses search outside the integration users with $status", async (expected) => {
  turn({ searchByOtherGroups: expected.to });
  const json = { filters: [{ name: "person.id", value: ["77"] }] };
  const answer = await a.call("POST", "/customers/6101/search/people", { json, ...asRecruiter });
  expect(answer.status).toBe(expected.status);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: expected.code }] });
  expect(answer.text).toContain("Integration User");
});

test("lets a group search that counts as integration users, or where the switch lets everybody", async () => {
  const json = { filters: [{ name: "person.id", value: ["77"] }] };
  const options = { json, ...asRecruiter };
  a.set({ loginGroups: [{ name: "Recruiter", isIntegrationUser: true, rules: {} }] });
  expect((await a.call("POST", "/customers/6101/search/people", options)).status).toBe(200);
  a.set({ loginGroups: [] });
  turn({ searchByOtherGroups: "answered" });
  expect((await a.call("POST", "/customers/6101/search/people", options)).status).toBe(200);
});

test("answers a workflow as a shared partner sandbox does, found by the person it does not tell", async () => {
  rule({ applicantworkflows: { hidden: ["associatedprofile"] } });
  const { json } = await call("GET", "applicantworkflows/5");
  expect(Object.keys(json as object)).toEqual(["baseprofile", "status", "links"]);
  const search = { filters: [{ name: "applicantworkflow.person.id", value: ["77"] }] };
  const found = await call("POST", "search/applicantworkflows", search);
  expect(found.json).toMatchObject({ searchResults: [{ id: 5 }] });
  turn({ searchThroughHiddenLink: "refused" });
  expect((await call("POST", "search/applicantworkflows", search)).status).toBe(400);
});

test("leaves the status out of the log of a workflow where the group may not see it", async () => {
  const created = await call("POST", "people", {
    firstname: "New",
    lastname: "Person",
    email: "new@example.test",
  });
  const person = Number(created.headers.get("location")?.split("/").at(-1));
  const made = await call("POST", "applicantworkflows", {
    baseprofile: 7,
    associatedprofile: person,
    status: { id: "D10100" },
  });
  const path = `applicantworkflows/${made.headers.get("location")?.split("/").at(-1)}`;
  expect((await call("GET", `${path}/submittalstatuslog`)).text).toContain("D10100");
  rule({ applicantworkflows: { hidden: ["status"] } });
  for (const read of [`${path}/submittalstatuslog`, `${path}?fields=submittalstatuslog`]) {
    const { text } = await call("GET", read);
    expect(text).toContain("updatedDate");
    expect(text).not.toContain("D10100");
  }
  rule({ applicantworkflows: { hidden: ["submittalstatuslog"] } });
  expect((await call("GET", `${path}/submittalstatuslog`)).text).toBe("{}");
});

test("records as delivered what was delivered, and as asked for what was asked", async () => {
  rule({ people: { hidden: ["email", "addresses.addresszip"] } });
  await call("GET", "people/77?fields=email,lastname,addresses");
  await call("GET", "people/77");
  await call("GET", "people/77/fields/email");
  const rows = (await a.recorded()).slice(-3);
  const fields = rows.map(({ access }) =>
    access
      .filter(({ how }) => how.startsWith("delivered"))
      .map(({ field }) => field)
      .toSorted(),
  );
  expect(fields).toEqual([
    ["addresses", "addresses.addresscity", "lastname"],
    ["firstname", "folder", "lastname"],
    [],
  ]);
  for (const row of [rows[0], rows[2]])
    expect(row?.access).toContainEqual(
      expect.objectContaining({ how: "requested", field: "email" }),
    );
});

test("records a hidden or read-only field that was sent and not taken as refused", async () => {
  turn({ readOnlyFieldInBody: "warn" });
  rule({ people: { hidden: ["email"], readOnly: ["lastname"] } });
  const sent = { email: "new@example.test", lastname: "X", firstname: "Augusta" };
  expect((await call("PATCH", "people/77", sent)).status).toBe(200);
  const access = (await a.recorded()).at(-1)?.access.map(({ field, how }) => [field, how]);
  expect(access).toEqual([
    ["email", "write-refused"],
    ["lastname", "write-refused"],
    ["firstname", "written"],
  ]);
});

test.each([
  ["the id", 12],
  ["an object with the id", { id: 12 }],
])("finds the company of an address named by %s, in profiles and collections", async (_, sent) => {
  const link = { companyid: 40, id: 12 };
  expect((await call("PATCH", "jobs/7", { joblocation: sent })).status).toBe(204);
  const places = [{ location: sent }];
  expect((await call("PATCH", "jobs/7", { additionallocations: places })).status).toBe(204);
  const { json } = await call("GET", "jobs/7?fields=joblocation,additionallocations");
  expect(json).toMatchObject({ joblocation: link, additionallocations: [{ location: link }] });
  const made = await call("POST", "jobs/7/fields/additionallocations", { location: sent });
  expect(made.status).toBe(201);
  const unknown = await call("POST", "jobs", { jobtitle: "Miller", joblocation: 999_999 });
  expect(unknown.status).toBe(400);
  expect(unknown.headers.get("x-error")).toMatch(/^4:joblocation:/);
});

test.each([
  ["profile-time", 200],
  ["refused", 400],
] as const)("filters by the time of a field, by the switch %s", async (to, status) => {
  turn({ searchFieldTimes: to });
  const at = { name: "person.emaillastupdated", value: ["2020-01-01"] };
  const id = { name: "person.id", value: ["77"] };
  const answer = await call("POST", "search/people", { filters: [at, id] });
  expect(answer.status).toBe(status);
  expect(answer.text.includes("people/77")).toBe(to === "profile-time");
  const later = { ...at, value: ["2999-01-01"] };
  const none = await call("POST", "search/people", { filters: [later, id] });
  expect(none.text).not.toContain("people/77");
});
