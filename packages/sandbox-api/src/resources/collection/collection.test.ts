import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;
const results = "/customers/6101/applicantworkflows/13/fields/assessmentresults";

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("people", 77, {
    firstname: "Ada",
    phones: [
      { entry: 51, phonenumber: "302-555-0100" },
      { entry: 52, phonenumber: "302-555-0101" },
    ],
  });
  await a.seed("jobs", 1008, { jobtitle: "Welder" });
  await a.seed("applicantworkflows", 13, {
    baseprofile: 1008,
    associatedprofile: 77,
    status: "D10100",
  });
});
beforeEach(() =>
  a.set({ ...defaults, requiredFields: { ...defaults.requiredFields, people: [] } }),
);
afterAll(async () => world.close());

const last = async () => (await a.recorded()).at(-1);

test("adds an assessment result: 201, empty, with the address of the new entry", async () => {
  const answer = await a.call("POST", results, {
    json: {
      assessmentdate: "2026-02-03 04:05 PM",
      assessmentscore: 87.5,
      assessmentresult: "Passed",
      assessmentstatus: { id: "D37002019001" },
    },
  });
  expect(answer.status).toBe(201);
  expect(answer.text).toBe("");
  const location = answer.headers.get("location") ?? "";
  expect(location).toMatch(
    /^https:\/\/api-a\.example\.test\/customers\/6101\/applicantworkflows\/13\/fields\/assessmentresults\/\d+$/,
  );
  const entry = Number(location.split("/").at(-1));
  const read = await a.call(
    "GET",
    "/customers/6101/applicantworkflows/13?fields=assessmentresults",
  );
  expect(read.json).toMatchObject({
    assessmentresults: [
      {
        entry,
        assessmentdate: "2026-02-03 04:05 PM",
        assessmentscore: 87.5,
        assessmentresult: "Passed",
        assessmentstatus: { id: "D37002019001", value: "Complete" },
      },
    ],
  });
});

test("records the children sent, and the workflow's person and job", async () => {
  await a.call("POST", results, { json: { assessmentscore: 12 } });
  expect(await last()).toMatchObject({
    status: 201,
    workflow_id: 13,
    person_id: 77,
    job_id: 1008,
    access: [
      {
        noun: "applicantworkflows",
        profileId: 13,
        field: "assessmentresults.assessmentscore",
        how: "written",
      },
    ],
  });
});

test("records the children of a refused entry as refused", async () => {
  const answer = await a.call("POST", results, { json: { assessmentscore: "high" } });
  expect(answer.status).toBe(400);
  expect(await last()).toMatchObject({
    status: 400,
    access: [{ field: "assessmentresults.assessmentscore", how: "write-refused" }],
  });
});

test("takes an equal entry for the one that is there: success, and no change", async () => {
  const json = { assessmentscore: 55, assessmentresult: "Twin" };
  const first = await a.call("POST", results, { json });
  const before = await a.stored("applicantworkflows", 13);
  const second = await a.call("POST", results, { json });
  expect(second.status).toBe(201);
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  expect(await a.stored("applicantworkflows", 13)).toEqual(before);
  expect(await last()).toMatchObject({ status: 201, workflow_id: 13 });
});

test("changes one child of one entry: 204", async () => {
  const answer = await a.call("PATCH", "/customers/6101/people/77/fields/phones/51", {
    json: { phoneextension: "5" },
  });
  expect(answer.status).toBe(204);
  expect((await a.stored("people", 77))?.phones).toContainEqual({
    entry: 51,
    phonenumber: "302-555-0100",
    phoneextension: "5",
  });
});

test("takes a change that would make an entry equal to another for success, without changing it", async () => {
  const before = await a.stored("people", 77);
  const answer = await a.call("PATCH", "/customers/6101/people/77/fields/phones/51", {
    json: { phonenumber: "302-555-0101", phoneextension: null },
  });
  expect(answer.status).toBe(204);
  expect(await a.stored("people", 77)).toEqual(before);
});

test("goes by the number in the path, whatever the body says", async () => {
  await a.call("PATCH", "/customers/6101/people/77/fields/phones/51", {
    json: { entry: 52, phonenumber: "302-555-0199" },
  });
  expect((await a.stored("people", 77))?.phones).toMatchObject([
    { entry: 51, phonenumber: "302-555-0199" },
    { entry: 52, phonenumber: "302-555-0101" },
  ]);
});

test("takes an entry out: 204, and it is gone", async () => {
  const path = "/customers/6101/people/77/fields/phones/52";
  expect((await a.call("DELETE", path)).status).toBe(204);
  expect((await a.call("GET", path)).status).toBe(404);
  expect((await a.call("DELETE", path)).status).toBe(404);
  expect((await a.stored("people", 77))?.phones).toHaveLength(1);
});

test("keeps the last entry of a required collection", async () => {
  a.set({ requiredFields: { ...defaults.requiredFields, people: ["phones"] } });
  const answer = await a.call("DELETE", "/customers/6101/people/77/fields/phones/51");
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 1 }] });
  a.set(defaults);
});

test.each([
  ["GET", "people/77/fields/phones/999"],
  ["PATCH", "people/77/fields/phones/999"],
  ["DELETE", "people/77/fields/phones/999"],
  ["GET", "people/77/fields/phones/x"],
  ["GET", "people/77/fields/lastname/1"],
  ["GET", "people/77/fields/nosuchfield"],
  ["POST", "people/77/fields/nosuchfield"],
  ["POST", "people/4711/fields/phones"],
])("%s %s finds nothing: 404, code 2", async (method, path) => {
  const json = method === "GET" || method === "DELETE" ? {} : { json: { phonenumber: "1" } };
  const answer = await a.call(method, `/customers/6101/${path}`, json);
  expect(answer.status).toBe(404);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 2 }] });
});

test.each([
  ["POST", "people/77/fields/lastname"],
  ["POST", "applicantworkflows/13/fields/submittalstatuslog"],
  ["PATCH", "people/77/fields/lastname"],
  ["DELETE", "people/77/fields/phones"],
])("%s %s is not supported: 405", async (method, path) => {
  const answer = await a.call(method, `/customers/6101/${path}`, { json: {} });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toMatch(/GET/);
});
