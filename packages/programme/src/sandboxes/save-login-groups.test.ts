import { afterAll, beforeAll, expect, it } from "vitest";

import type { Region } from "@slipway/exchange";

import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../testing/open-programme-world.ts";

let world: ProgrammeWorld;
let made: MadeSandbox;
beforeAll(async () => {
  world = await openProgrammeWorld();
  made = await world.makeSandbox();
});
afterAll(async () => world.close());

const customerOf = (region: Region): string => made.sandbox.tenants[region].customerId;

async function readWorkflow(
  region: Region,
  { username, password } = made.credentials[region],
): Promise<object> {
  const { publicBase, customerId } = made.sandbox.tenants[region];
  const { id } = await world.database.queries
    .selectFrom("profile")
    .select("id")
    .where("customer_id", "=", customerId)
    .where("type", "=", "applicantworkflows")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const answer = await fetch(`${publicBase}/customers/${customerId}/applicantworkflows/${id}`, {
    headers: { authorization },
  });
  expect(answer.status).toBe(200);
  // The API answers a profile with an object.
  return (await answer.json()) as object;
}

it("starts without rules", async () => {
  expect(await world.programme.listLoginGroups(customerOf("a"))).toEqual([]);
  expect(await readWorkflow("a")).toHaveProperty("associatedprofile");
});

it("rules the next call, and that of the one tenant alone", async () => {
  const groups = [{ name: "Integration User", preset: "shared-partner-sandbox" }];
  const saved = await world.programme.saveLoginGroups(customerOf("a"), groups);
  const rules = { applicantworkflows: { hidden: ["associatedprofile"] } };
  expect(saved).toEqual([{ name: "Integration User", rules }]);
  expect(await world.programme.listLoginGroups(customerOf("a"))).toEqual(saved);
  expect(await readWorkflow("a")).not.toHaveProperty("associatedprofile");
  expect(await readWorkflow("b")).toHaveProperty("associatedprofile");
});

it("rules the credentials of its own group alone", async () => {
  const groups = [{ name: "Recruiter", preset: "shared-partner-sandbox" }];
  await world.programme.saveLoginGroups(customerOf("a"), groups);
  const issued = await world.programme.issueCredential({
    sandboxId: made.sandbox.id,
    region: "a",
    kind: "basic",
    loginGroup: "Recruiter",
  });
  if (issued.kind !== "basic") throw new Error(`Expected a password, found ${issued.kind}`);
  expect(await readWorkflow("a", issued)).not.toHaveProperty("associatedprofile");
  expect(await readWorkflow("a")).toHaveProperty("associatedprofile");
  const ended = await world.database.queries
    .selectFrom("api_credential")
    .select("login_group")
    .where("customer_id", "=", customerOf("a"))
    .where("expires_at", "is not", null)
    .execute();
  expect(ended).toEqual([]);
});

it("frees every group again", async () => {
  await world.programme.saveLoginGroups(customerOf("a"), []);
  expect(await readWorkflow("a")).toHaveProperty("associatedprofile");
});

it("lets a rule name the tenant's own fields, and not those of the other one", async () => {
  const own = (await world.tenant(made.sandbox, "b")).settings.customFields.find(
    ({ noun }) => noun === "people",
  );
  const hidden = [own?.id ?? ""];
  const groups = [{ name: "Recruiter", rules: { people: { hidden } } }];
  expect(await world.programme.saveLoginGroups(customerOf("b"), groups)).toEqual(groups);
  await expect(world.programme.saveLoginGroups(customerOf("a"), groups)).rejects.toMatchObject({
    code: "LOGIN-GROUPS-INVALID",
  });
});

it("names every fault with the known values near it, and changes nothing", async () => {
  const before = await world.programme.listLoginGroups(customerOf("b"));
  const saving = world.programme.saveLoginGroups(customerOf("b"), [
    {
      name: "X",
      preset: "nothing",
      rules: {
        persons: { hidden: ["email"] },
        people: {
          hidden: ["emial", "addresses.zip"],
          required: ["updateddate"],
          hiddenFolders: ["D1"],
        },
      },
    },
    { name: "X" },
  ]);
  await expect(saving).rejects.toMatchObject({ code: "LOGIN-GROUPS-INVALID", status: 400 });
  for (const said of [
    'expected each group once, found "X" again',
    'preset of X: expected one of shared-partner-sandbox, found "nothing"',
    'expected types of profile out of people, jobs, companies, applicantworkflows, found "persons"',
    'hidden fields of people of X: expected names that the tenant has, found "emial"; near it: email',
    'found "addresses.zip"; near it: addresses',
    'required fields of people of X: expected names that the tenant has, found "updateddate"',
    'hidden folders of people of X: expected names that the tenant has, found "D1"',
  ])
    await expect(saving).rejects.toThrow(said);
  expect(await world.programme.listLoginGroups(customerOf("b"))).toEqual(before);
});

it("knows no groups of a tenant that nobody has", async () => {
  await expect(world.programme.listLoginGroups("1")).rejects.toMatchObject({
    code: "TENANT-NOT-FOUND",
  });
  await expect(world.programme.saveLoginGroups("1", [])).rejects.toMatchObject({
    code: "TENANT-NOT-FOUND",
  });
});
