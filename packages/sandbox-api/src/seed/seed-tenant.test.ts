import { pairSettings, seedProfiles, type ProfileRecord } from "@slipway/ats-model";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld } from "../sandbox.world.ts";
import { seedTenant } from "./seed-tenant.ts";

let world: SandboxWorld;
let profiles: readonly ProfileRecord[];

beforeAll(async () => {
  world = await openSandboxWorld();
  const { database, a } = world;
  const customerId = "6101" as Parameters<typeof seedTenant>[1]["customerId"];
  const tenant = { customerId, settings: pairSettings(7).a };
  a.set(tenant.settings);
  profiles = [...seedProfiles(7, tenant)];
  await database.pool.query("delete from id_block where customer_id = '6101'");
  await database.transaction(async (tx) => seedTenant(tx, tenant, profiles));
});
afterAll(async () => world.close());

test("stores every seeded profile as it was given", async () => {
  const { rows } = await world.database.pool.query<{ type: string; id: number; doc: object }>(
    "select type, id, doc from profile where customer_id = '6101'",
  );
  const stored = new Map(rows.map((row) => [`${row.type}/${row.id}`, row.doc]));
  expect(stored.size).toBe(profiles.length);
  const differing = profiles.filter(
    ({ noun, id, doc }) =>
      JSON.stringify(sorted(stored.get(`${noun}/${id}`))) !== JSON.stringify(sorted(doc)),
  );
  expect(differing).toEqual([]);
});

test("gives new profiles and entries numbers above the seeded ones", async () => {
  const answer = await world.a.call("POST", "/customers/6101/people", {
    json: {
      firstname: "Grace",
      lastname: "Hopper",
      email: "grace@example.test",
      phones: [{ phonenumber: "302-555-0100" }],
    },
  });
  const id = Number(answer.headers.get("location")?.split("/").at(-1));
  const people = profiles.filter(({ noun }) => noun === "people");
  expect(id).toBe(Math.max(...people.map((one) => one.id)) + 1);
  const { phones } = (await world.a.stored("people", id)) ?? {};
  const entries = profiles.flatMap(({ doc }) =>
    Object.values(doc).flatMap((stored) =>
      Array.isArray(stored)
        ? stored.flatMap((entry) => (typeof entry === "object" ? [entry.entry] : []))
        : [],
    ),
  );
  expect(phones).toEqual([{ entry: Math.max(...entries) + 1, phonenumber: "302-555-0100" }]);
});

test("begins the status log of each workflow", async () => {
  const workflows = profiles.filter(({ noun }) => noun === "applicantworkflows");
  const { rows } = await world.database.pool.query<{ n: number }>(
    "select count(*)::int as n from workflow_status_log where customer_id = '6101'",
  );
  expect(rows[0]?.n).toBe(workflows.filter(({ doc }) => "status" in doc).length);
});

test("serves every seeded profile with every field", async () => {
  for (const noun of ["people", "jobs", "companies", "applicantworkflows"] as const) {
    const fields = new Set(
      profiles.filter((one) => one.noun === noun).flatMap(({ doc }) => Object.keys(doc)),
    );
    for (const { id, doc } of profiles.filter((one) => one.noun === noun).slice(0, 15)) {
      const answer = await world.a.call(
        "GET",
        `/customers/6101/${noun}/${id}?fields=${[...fields].join(",")}`,
      );
      expect(answer.status).toBe(200);
      expect(Object.keys(answer.json as object).toSorted()).toEqual(
        [...Object.keys(doc), "links"].toSorted(),
      );
    }
  }
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
