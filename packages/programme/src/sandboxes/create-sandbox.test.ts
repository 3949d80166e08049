import { afterAll, beforeAll, expect, it } from "vitest";

import { seedProfiles } from "@slipway/ats-model";
import { canonicalJson, type Json } from "@slipway/foundation";

import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world.close());

const tenantCount = async (): Promise<number> =>
  (await world.database.queries.selectFrom("tenant").select("customer_id").execute()).length;

async function register(name: string): Promise<string> {
  const { integration } = await world.programme.registerIntegration({
    name,
    framework: "prime-assessment",
    connectorType: "prime",
  });
  return integration.id;
}

it("makes a pair of tenants that differ wherever customers differ", async () => {
  const { programme, parts } = world;
  const { sandbox, credentials } = await programme.createSandbox({
    integrationId: await register("First"),
  });
  const [a, b] = [await world.tenant(sandbox, "a"), await world.tenant(sandbox, "b")];
  expect(await programme.loadSandbox(sandbox.id)).toEqual(sandbox);
  expect([a.publicBase, b.publicBase]).toEqual([parts.publicBases.a, parts.publicBases.b]);
  expect(a.customerId).not.toBe(b.customerId);
  for (const differing of ["labels", "statuses", "lists", "customFields", "timeZone"] as const)
    expect(a.settings[differing]).not.toEqual(b.settings[differing]);
  expect(credentials.a.password).not.toBe(credentials.b.password);
});

it("makes one sandbox of an integration, also of three that are asked for at once", async () => {
  const integrationId = await register("Second");
  const before = await tenantCount();
  const made = await Promise.allSettled(
    [1, 2, 3].map(async () => world.programme.createSandbox({ integrationId })),
  );
  const refused = made.flatMap((one) => (one.status === "rejected" ? [one.reason as Error] : []));
  const [first] = made.flatMap((one) => (one.status === "fulfilled" ? [one.value.sandbox] : []));
  expect(refused).toHaveLength(2);
  for (const one of refused) {
    expect(one).toMatchObject({ code: "SANDBOX-EXISTS", status: 409 });
    expect(one.message).toContain(`"Second" has sandbox ${first?.id ?? "none"}`);
  }
  expect(await tenantCount()).toBe(before + 2);
});

it("fills each tenant with the data of the seed that was asked for, and keeps its number", async () => {
  const { sandbox } = await world.programme.createSandbox({
    integrationId: await register("Seven"),
    seed: 7,
  });
  expect(sandbox.seed).toBe(7);
  const tenant = await world.tenant(sandbox, "b");
  const seeded = await world.database.queries
    .selectFrom("profile")
    .select(["type", "id", "doc"])
    .where("customer_id", "=", tenant.customerId)
    .execute();
  const byPlace = (left: string, right: string): number => (left < right ? -1 : 1);
  const place = (noun: string, id: number, doc: unknown): string =>
    `${noun} ${id} ${canonicalJson(doc as Json)}`;
  expect(seeded.map(({ type, id, doc }) => place(type, id, doc)).toSorted(byPlace)).toEqual(
    [...seedProfiles(7, tenant)].map(({ noun, id, doc }) => place(noun, id, doc)).toSorted(byPlace),
  );
});

it("makes nothing for an integration that is not on record", async () => {
  const before = await tenantCount();
  for (const integrationId of ["7", "018f0000-0000-7000-8000-000000000000"]) {
    await expect(world.programme.createSandbox({ integrationId })).rejects.toMatchObject({
      code: "INTEGRATION-NOT-FOUND",
      status: 404,
    });
  }
  expect(await tenantCount()).toBe(before);
});
