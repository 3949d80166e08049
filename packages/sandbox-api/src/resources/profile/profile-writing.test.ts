import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("people", 77, { firstname: "Ada", lastname: "Byron", email: "ada@example.test" });
  await a.seed("people", 78, { firstname: "Bo", lastname: "Li", email: "bo@example.test" });
  await a.seed("jobs", 1008, { jobtitle: "Welder" });
  await a.seed("jobs", 1009, { jobtitle: "Fitter" });
  await a.seed("applicantworkflows", 13, {
    baseprofile: 1008,
    associatedprofile: 77,
    status: "D10100",
  });
});
beforeEach(() => a.set(defaults));
afterAll(async () => world.close());

const post = async (path: string, json: unknown) =>
  a.call("POST", `/customers/6101/${path}`, { json });
const patch = async (path: string, json: unknown) =>
  a.call("PATCH", `/customers/6101/${path}`, { json });
const last = async () => (await a.recorded()).at(-1);
const person = { firstname: "Grace", lastname: "Hopper", email: "grace@example.test" };
const idIn = (location: string | null): number => Number(location?.split("/").at(-1));

test("creates a person: 201, empty, octet-stream, with an address from the public base, not from Host", async () => {
  const answer = await a.call("POST", "/customers/6101/people", {
    json: person,
    headers: { host: "elsewhere.example.test" },
  });
  expect(answer.status).toBe(201);
  expect(answer.text).toBe("");
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect(answer.headers.get("content-length")).toBe("0");
  const location = answer.headers.get("location");
  expect(location).toMatch(/^https:\/\/api-a\.example\.test\/customers\/6101\/people\/\d+$/);
  expect(await a.stored("people", idIn(location))).toEqual(person);
});

test("records a creation with its fields, its new id and the answer's transaction", async () => {
  const answer = await post("people", person);
  const id = idIn(answer.headers.get("location"));
  expect(await last()).toMatchObject({
    transaction_id: answer.headers.get("x-transaction"),
    status: 201,
    person_id: id,
    access: Object.keys(person).map((field) => ({
      noun: "people",
      profileId: id,
      field,
      how: "written",
    })),
  });
});

test("gives each of many creations at once an id of its own", async () => {
  const answers = await Promise.all(
    Array.from({ length: 150 }, async () => post("people", person)),
  );
  const ids = new Set(answers.map(({ headers }) => idIn(headers.get("location"))));
  expect(ids.size).toBe(150);
});

test("refuses what lacks required fields: one error each, all at once", async () => {
  const answer = await post("people", { firstname: "Grace" });
  expect(answer.status).toBe(400);
  const { errors } = answer.json as { errors: { errorCode: number; errorMessage: string }[] };
  expect(errors.map(({ errorCode }) => errorCode)).toEqual([1, 1]);
  expect(errors.map(({ errorMessage }) => errorMessage.split(":")[0])).toEqual([
    "lastname",
    "email",
  ]);
  expect(answer.headers.get("x-error")).toMatch(/^1:lastname:.*, 1:email:/);
  expect(await last()).toMatchObject({
    status: 400,
    person_id: null,
    access: [{ noun: "people", field: "firstname", how: "write-refused" }],
  });
});

test("refuses a change that would leave a required field empty, also one that it does not mention", async () => {
  expect((await patch("people/77", { email: null })).json).toMatchObject({
    errors: [{ errorCode: 1, errorMessage: expect.stringMatching(/^email: /) }],
  });
  a.set({ requiredFields: { ...defaults.requiredFields, people: ["gender"] } });
  const answer = await patch("people/77", { middlename: "King" });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    errors: [{ errorCode: 1, errorMessage: expect.stringMatching(/^gender: /) }],
  });
});

test.each([
  { to: "4", code: 4 },
  { to: "400", code: 400 },
] as const)("refuses values that do not fit with code $code", async ({ to, code }) => {
  a.set({ switches: { ...defaults.switches, invalidValueCode: to } });
  const answer = await patch("people/77", { startdate: "soon", folder: { id: "D99999" } });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    errors: [
      { errorCode: code, errorMessage: expect.stringMatching(/^startdate: /) },
      { errorCode: code, errorMessage: expect.stringMatching(/^folder: /) },
    ],
  });
});

test("changes what is sent and nothing else: 204, with the address, without body or length", async () => {
  const answer = await patch("people/77", { middlename: "King" });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("location")).toBe(
    "https://api-a.example.test/customers/6101/people/77",
  );
  expect(answer.headers.get("content-length")).toBeNull();
  expect(answer.headers.get("content-type")).toBeNull();
  expect(await a.stored("people", 77)).toMatchObject({ firstname: "Ada", middlename: "King" });
  expect(await last()).toMatchObject({ status: 204, person_id: 77 });
});

test.each([
  { to: "204", status: 204 },
  { to: "200", status: 200 },
] as const)("answers a change with $status where the switch says so", async ({ to, status }) => {
  a.set({ switches: { ...defaults.switches, patchAnswer: to } });
  expect((await patch("people/77", { middlename: `Of ${to}` })).status).toBe(status);
});

test.each([null, ""])("clears a value with %j", async (nothing) => {
  await patch("people/77", { middlename: "King" });
  expect((await patch("people/77", { middlename: nothing })).status).toBe(204);
  expect(await a.stored("people", 77)).not.toHaveProperty("middlename");
});

test.each([
  { to: "warn", status: 200, warned: true },
  { to: "omit", status: 204, warned: false },
  { to: "error-400", status: 400, warned: false },
] as const)("meets an unknown field as the switch says: $to", async ({ to, status, warned }) => {
  a.set({ switches: { ...defaults.switches, unknownFieldInBody: to } });
  const answer = await patch("people/77", { nosuchfield: 1, middlename: `K ${to}` });
  expect(answer.status).toBe(status);
  expect(answer.headers.has("x-warning")).toBe(warned);
});

test("keeps the warnings of a creation beside its address", async () => {
  const answer = await post("people", { ...person, FirstName: "G" });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("location")).toMatch(/\/people\/\d+$/);
  expect(answer.json).toEqual({
    warnings: [{ errorCode: 4, errorMessage: expect.stringMatching(/^FirstName: /) }],
  });
});

test("takes a hidden field for an unknown one", async () => {
  a.set({ hiddenFields: { ...defaults.hiddenFields, people: ["middlename"] } });
  const answer = await patch("people/77", { middlename: "Hidden" });
  expect(answer.headers.get("x-warning")).toMatch(/^4:middlename:/);
  expect((await a.stored("people", 77))?.middlename).not.toBe("Hidden");
});

test("creates a workflow from bare ids, with the first line of its status log", async () => {
  const answer = await post("applicantworkflows", {
    baseprofile: 1009,
    associatedprofile: 77,
    status: { id: "D10100" },
    source: "Other (Please Specify)",
    sourcename: "my-integration",
  });
  expect(answer.status).toBe(201);
  const id = idIn(answer.headers.get("location"));
  expect(await last()).toMatchObject({ workflow_id: id, person_id: 77, job_id: 1009 });
  const log = await a.call("GET", `/customers/6101/applicantworkflows/${id}/submittalstatuslog`);
  expect(log.json).toMatchObject({ submittalstatuslog: [{ status: { id: "D10100" } }] });
  expect(world.changes).toEqual([]);
});

test("refuses a workflow without person and job", async () => {
  const answer = await post("applicantworkflows", { status: { id: "D10100" } });
  expect(answer.json).toMatchObject({
    errors: [
      { errorCode: 1, errorMessage: expect.stringMatching(/^baseprofile: /) },
      { errorCode: 1, errorMessage: expect.stringMatching(/^associatedprofile: /) },
    ],
  });
});

test("refuses links to profiles that do not exist, and writes nothing", async () => {
  const answer = await post("applicantworkflows", { baseprofile: 1008, associatedprofile: 4711 });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    errors: [{ errorCode: 4, errorMessage: expect.stringMatching(/^associatedprofile: .*4711/) }],
  });
  expect(await last()).toMatchObject({ status: 400, workflow_id: null });
  const update = await patch("jobs/1008", { hiringmanager: 4711 });
  expect(update.json).toMatchObject({
    errors: [{ errorMessage: expect.stringMatching(/^hiringmanager: /) }],
  });
});

test("looks for every one of many linked profiles", async () => {
  const links = {
    hiringmanager: 77,
    recruiter: 77,
    secondaryrecruiter: 77,
    accountmanager: 77,
    jobowner: 77,
  };
  expect((await patch("jobs/1008", links)).status).toBe(204);
  const answer = await patch("jobs/1008", { ...links, hiringmanager: 78, jobowner: 4711 });
  expect(answer.json).toMatchObject({
    errors: [{ errorCode: 4, errorMessage: expect.stringMatching(/^jobowner: .*4711/) }],
  });
});

test.each([
  { to: "error-400", status: 400 },
  { to: "error-409", status: 409 },
  { to: "existing-location", status: 201 },
] as const)(
  "meets a second workflow for a person and job as the switch says: $to",
  async ({ to, status }) => {
    a.set({ switches: { ...defaults.switches, duplicateWorkflow: to } });
    const answer = await post("applicantworkflows", { baseprofile: 1008, associatedprofile: 77 });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("location")).toBe(
      status === 201 ? "https://api-a.example.test/customers/6101/applicantworkflows/13" : null,
    );
  },
);

test("refuses to move a workflow to a pair that has one", async () => {
  const made = await post("applicantworkflows", { baseprofile: 1008, associatedprofile: 78 });
  const id = idIn(made.headers.get("location"));
  const answer = await patch(`applicantworkflows/${id}`, { associatedprofile: 77 });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 409 }] });
});

test.each([
  { to: "silent", events: 0 },
  { to: "raise", events: 1 },
] as const)(
  "a status changed over the API raises $events events (switch $to)",
  async ({ to, events }) => {
    a.set({ switches: { ...defaults.switches, workflowEventOnApiPatch: to } });
    const [before, woken] = [world.changes.length, world.wakeUps()];
    const next = to === "silent" ? "D10103" : "D10105";
    const old = (await a.stored("applicantworkflows", 13))?.status;
    const answer = await patch("applicantworkflows/13", { status: { id: next } });
    expect(answer.status).toBe(204);
    const told = { workflowId: 13, personId: 77, jobId: 1008, userId: 900, by: "api-user" };
    expect(world.changes.slice(before)).toMatchObject(
      Array.from({ length: events }, () => ({ ...told, oldStatus: old, newStatus: next })),
    );
    expect(world.wakeUps() - woken).toBe(events);
    const { rows } = await world.database.pool.query(
      `select body ->> 'newStatus' as "newStatus" from event where workflow_id = 13`,
    );
    expect(rows).toEqual(events === 0 ? [] : [{ newStatus: next }]);
  },
);

test("keeps every one of many changes at once to one profile", async () => {
  await a.seed("people", 500, { ...person });
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, index) =>
      post("people/500/fields/phones", { phonenumber: `302-555-01${index + 10}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  const { phones } = (await a.stored("people", 500)) ?? {};
  expect(phones).toHaveLength(20);
  const { rows } = await world.database.pool.query(
    `select count(*)::int as n from exchange where path = '/customers/6101/people/500/fields/phones'`,
  );
  expect(rows).toEqual([{ n: 20 }]);
});

test("appends entries sent through the profile, and changes those it names", async () => {
  await a.seed("people", 501, { ...person, phones: [{ entry: 9001, phonenumber: "1" }] });
  const answer = await patch("people/501", {
    phones: [{ entry: 9001, phonenumber: "2" }, { phonenumber: "3" }],
  });
  expect(answer.status).toBe(204);
  expect((await a.stored("people", 501))?.phones).toEqual([
    { entry: 9001, phonenumber: "2" },
    { entry: expect.any(Number), phonenumber: "3" },
  ]);
});

test("adds an unknown school to the list and succeeds", async () => {
  const answer = await patch("people/78", { education: [{ school: { value: "Night School" } }] });
  expect(answer.status).toBe(204);
  const read = await a.call("GET", "/customers/6101/people/78?fields=education");
  expect(read.json).toMatchObject({ education: [{ school: { value: "Night School" } }] });
});

test.each([
  { to: "refused", status: 405 },
  { to: "as-patch", status: 204 },
] as const)("PUT on a profile: $status (switch $to)", async ({ to, status }) => {
  a.set({ switches: { ...defaults.switches, putOnProfile: to } });
  const answer = await a.call("PUT", "/customers/6101/people/77", { json: { middlename: to } });
  expect(answer.status).toBe(status);
});

test.each([
  { to: "refused", status: 405 },
  { to: "supported", status: 204 },
] as const)("DELETE of a profile: $status (switch $to)", async ({ to, status }) => {
  a.set({ switches: { ...defaults.switches, deleteProfile: to } });
  await a.seed("people", to === "refused" ? 610 : 611, person);
  const id = to === "refused" ? 610 : 611;
  expect((await a.call("DELETE", `/customers/6101/people/${id}`)).status).toBe(status);
  expect((await a.stored("people", id)) === undefined).toBe(status === 204);
});
