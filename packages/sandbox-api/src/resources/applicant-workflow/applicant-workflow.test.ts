import { afterAll, beforeAll, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  await a.seed("people", 77, { firstname: "Ada", lastname: "Byron" });
  await a.seed("people", 900, { firstname: "Int", lastname: "User" });
  await a.seed("jobs", 1008, { jobtitle: "Welder" });
  await a.seed("applicantworkflows", 13, { baseprofile: 1008, associatedprofile: 77 });
});
afterAll(async () => world.close());

const get = async (path: string) => a.call("GET", `/customers/6101/applicantworkflows/${path}`);

test("finds the workflow of a person and a job", async () => {
  const found = await get("person/77/job/1008");
  expect(found.status).toBe(200);
  expect(found.json).toEqual((await get("13")).json);
  expect((await a.recorded()).at(-2)).toMatchObject({
    workflow_id: 13,
    person_id: 77,
    job_id: 1008,
  });
  expect((await get("person/77/job/1008?fields=status")).json).toHaveProperty("links");
});

test.each(["person/77/job/1009", "person/1/job/1008", "person/x/job/1008", "person/77/job/2018-1"])(
  "finds nothing at %s: 404, code 2",
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ errors: [{ errorCode: 2 }] });
  },
);

test("tells the status log as a sub-resource, as a field and by the field's address", async () => {
  for (const id of ["D10103", "D10105"]) {
    await a.call("PATCH", "/customers/6101/applicantworkflows/13", { json: { status: { id } } });
  }
  const log = await get("13/submittalstatuslog");
  expect(log.json).toEqual({
    submittalstatuslog: ["D10105", "D10103"].map((id) => ({
      status: { id, formattedvalue: expect.any(String), value: expect.any(String) },
      updatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d [AP]M$/),
      updatedBy: {
        id: 900,
        value: "Int User",
        profile: "https://api-a.example.test/customers/6101/people/900",
      },
    })),
  });
  expect((await get("13/fields/submittalstatuslog")).json).toEqual(log.json);
  expect((await get("13?fields=submittalstatuslog")).json).toMatchObject(log.json as object);
});

test("tells the newest 100 changes of status", async () => {
  await world.database.pool.query(
    `insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
     select '6101', 13, 'C' || n, now(), 1 from generate_series(1, 120) n order by n`,
  );
  const { json } = await get("13/submittalstatuslog");
  const { submittalstatuslog } = json as { submittalstatuslog: { status: { id: string } }[] };
  expect(submittalstatuslog).toHaveLength(100);
  expect(submittalstatuslog[0]?.status.id).toBe("C120");
  expect(submittalstatuslog.at(-1)?.status.id).toBe("C21");
});

test("has no list of all workflows: 405", async () => {
  const answer = await a.call("GET", "/customers/6101/applicantworkflows");
  expect(answer.status).toBe(405);
});
