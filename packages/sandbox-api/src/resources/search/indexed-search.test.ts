import { afterAll, beforeAll, expect, it } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../../sandbox.world.ts";
import { declareIndexedFields } from "./declare-indexed-fields.ts";

let world: SandboxWorld;
let a: WorldTenant;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  a.set({ requiredFields: { ...a.settings().requiredFields, people: [], jobs: [] } });
});
afterAll(async () => world.close());

/** The index of values for one profile, `field=value` each. */
const indexed = async (noun: string, id: number): Promise<readonly string[]> => {
  const rows = await world.database.queries
    .selectFrom("profile_value")
    .select(["field", "value"])
    .where("customer_id", "=", a.customerId)
    .where("type", "=", noun)
    .where("profile_id", "=", id)
    .orderBy("field")
    .orderBy("value")
    .execute();
  return rows.map(({ field, value }) => `${field}=${value}`);
};

const search = async (noun: string, ...filters: readonly (readonly string[])[]) => {
  const json = {
    filters: filters.map(([name, operator, ...value]) => ({ name, operator, value })),
  };
  const answer = await a.call("POST", `/customers/6101/search/${noun}?staleness=0`, { json });
  return (answer.json as { searchResults: { id: number }[] }).searchResults.map(({ id }) => id);
};

const create = async (noun: string, json: object): Promise<number> => {
  const answer = await a.call("POST", `/customers/6101/${noun}`, { json });
  expect(answer.status).toBe(201);
  return Number(/\d+$/u.exec(answer.headers.get("location") ?? "")?.[0]);
};

it("keeps the values of a profile's indexed fields in step with every write", async () => {
  const id = await create("people", { firstname: "Ada", lastname: "Byron", email: "A@x.test" });
  expect(await indexed("people", id)).toEqual(["email=a@x.test", "lastname=byron"]);
  const path = `/customers/6101/people/${id}`;
  await a.call("PATCH", path, { json: { lastname: "BYRON" } });
  expect(await indexed("people", id)).toEqual(["email=a@x.test", "lastname=byron"]);
  await a.call("PATCH", path, { json: { lastname: "King", email: null } });
  expect(await indexed("people", id)).toEqual(["lastname=king"]);
  await a.call("PATCH", path, { json: { firstname: "Augusta" } });
  expect(await indexed("people", id)).toEqual(["lastname=king"]);
  await world.database.queries
    .deleteFrom("profile")
    .where("customer_id", "=", a.customerId)
    .where("type", "=", "people")
    .where("id", "=", id)
    .execute();
  expect(await indexed("people", id)).toEqual([]);
});

it("tests what the index finds: a value there is in lower case and cut short", async () => {
  const long = "x".repeat(250);
  await a.seed("people", 51, { email: `${long}1` });
  await a.seed("people", 52, { email: `${long}2` });
  expect(await search("people", ["person.email", "==", `${long}2`])).toEqual([52]);
  await a.seed("people", 53, { lastname: "Doe" });
  await a.seed("people", 54, { lastname: "doe" });
  const isFolded = a.settings().switches.searchTextCase === "ignored";
  const doe = ["person.lastname", "==", "Doe"];
  expect(await search("people", doe)).toEqual(isFolded ? [53, 54] : [53]);
  const other = await search("people", ["person.lastname", "!==", "Doe"]);
  expect(other).toContain(51);
  expect(other).not.toContain(53);
});

it("finds texts that contain others, also beyond what the index keeps of them", async () => {
  const long = "y".repeat(199);
  await a.seed("people", 61, { email: `${long}ZED@x.test` });
  await a.seed("people", 62, { email: "zed@x.test", lastname: "Curie" });
  const isFolded = a.settings().switches.searchTextCase === "ignored";
  const found = await search("people", ["person.email", "=", "ZED"]);
  expect(found).toEqual(isFolded ? [61, 62] : [61]);
  expect(await search("people", ["person.lastname", "=", "uri", "no one"])).toEqual([62]);
  await a.seed("people", 63, { lastname: "50%_\\Off" });
  for (const part of ["%", "0%_", "_\\", "\\O"])
    expect(await search("people", ["person.lastname", "=", part])).toEqual([63]);
  expect(await search("people", ["person.lastname", "!=", "uri"])).not.toContain(62);
  await world.database.queries.deleteFrom("profile_value").where("profile_id", "=", 62).execute();
  expect(await search("people", ["person.lastname", "=", "uri"])).toEqual([]);
});

it("finds by several filters, and from a workflow by its person and job", async () => {
  const job = await create("jobs", { jobtitle: "Pilot" });
  const [one, other] = [
    await create("people", { lastname: "Earhart", email: "one@x.test" }),
    await create("people", { lastname: "Earhart", email: "other@x.test" }),
  ];
  const both = [
    ["person.lastname", "==", "Earhart"],
    ["person.email", "==", "other@x.test"],
  ];
  expect(await search("people", ...both)).toEqual([other]);
  const workflow = await create("applicantworkflows", { baseprofile: job, associatedprofile: one });
  const byPerson = ["applicantworkflow.person.lastname", "==", "Earhart"];
  expect(await search("applicantworkflows", byPerson)).toEqual([workflow]);
  expect(
    await search("applicantworkflows", ["applicantworkflow.person.id", "=", String(one)]),
  ).toEqual([workflow]);
  expect(
    await search("applicantworkflows", ["applicantworkflow.job.id", "=", String(job)]),
  ).toEqual([workflow]);
  expect(
    await search("applicantworkflows", ["applicantworkflow.job.id", "!=", String(job)]),
  ).not.toContain(workflow);
});

it("indexes what is stored already when a tenant declares a field of its own", async () => {
  await a.seed("people", 77, { field501: "Blue", field502: 12.5, field503: ["C1", "C2"] });
  expect(await indexed("people", 77)).toEqual([]);
  const own = { noun: "people", label: "Own", searchable: true } as const;
  a.set({
    customFields: [
      { ...own, id: "field501", type: "text", filterNumber: 1 },
      { ...own, id: "field502", type: "decimal", filterNumber: 2 },
      { ...own, id: "field503", type: "list-multiple", filterNumber: 3 },
      { ...own, id: "field504", type: "text", filterNumber: 4, searchable: false },
    ],
  });
  for (const _twice of [1, 2]) await declareIndexedFields(world.database.queries, a.tenant());
  const values = ["field501=blue", "field502=12.5", "field503=c1", "field503=c2"];
  expect(await indexed("people", 77)).toEqual(values);
  expect(await search("people", ["person.customfield1.text", "==", "Blue"])).toEqual([77]);
  expect(await search("people", ["person.customfield2.number", "=", "12.5"])).toEqual([77]);
});

it("is asked for: what it does not hold is not found", async () => {
  const id = await create("people", { lastname: "Lost" });
  await world.database.queries.deleteFrom("profile_value").where("profile_id", "=", id).execute();
  expect(await search("people", ["person.lastname", "==", "Lost"])).toEqual([]);
});
