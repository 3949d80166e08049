import { afterAll, beforeAll, expect, test } from "vitest";

import type { Actor } from "../lifecycle/actor.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import { list, listingText } from "./marketplace.world.ts";

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world.close());

const ada: Actor = { name: "Ada", role: "partner-admin", organisation: "Acme" };
const grace: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const edith: Actor = { name: "Edith", role: "programme-owner", organisation: "programme" };
const reason = "For a reason.";

function designated(as: "prime" | "standard", day: string): Standing {
  return { kind: "designated", as, version: 1, since: `${day}T09:00:00.000Z` };
}

test("lists Prime, Standard, then what has no designation in force, each by its latest validation", async () => {
  const overdue: Standing = {
    ...{ kind: "overdue", as: "prime", version: 1, since: "2026-02-20T09:00:00.000Z" },
    deadlineId: "0190a000-0000-7000-8000-000000000002",
  };
  await list(world, "late prime", overdue);
  await list(world, "old prime", designated("prime", "2026-01-01"));
  await list(world, "new standard", designated("standard", "2026-02-15"));
  await list(world, "B new prime", designated("prime", "2026-02-01"));
  await list(world, "a new prime", designated("prime", "2026-02-01"));
  const held = await list(world, "suspended prime", {
    ...{ kind: "suspended", since: "2026-02-25T09:00:00.000Z", by: "Edith", reason },
    before: designated("prime", "2026-02-24") as Extract<Standing, { kind: "designated" }>,
  });
  await list(world, "never validated", { kind: "none" });
  await list(world, "removed", {
    ...{ kind: "removed", at: "2026-02-25T09:00:00.000Z", by: "Edith", reason },
  });
  const { listings } = await world.programme.viewMarketplace();
  expect(listings.map(({ name, designationInForce }) => [name, designationInForce])).toEqual([
    ["a new prime", "prime"],
    ["B new prime", "prime"],
    ["old prime", "prime"],
    ["new standard", "standard"],
    ["suspended prime", undefined],
    ["late prime", undefined],
  ]);
  expect(listings.find(({ integrationId }) => integrationId === held)).toMatchObject({
    isAvailable: false,
    designation: "prime",
    standing: { kind: "suspended" },
  });
});

test("what the programme took down while it was overdue only the programme puts up again", async () => {
  const integrationId = await list(world, "overdue", {
    ...{ kind: "overdue", as: "prime", version: 1, since: "2026-02-20T09:00:00.000Z" },
    deadlineId: "0190a000-0000-7000-8000-000000000003",
  });
  const move = async (event: "publish" | "take-down" | "put-up", actor: Actor) =>
    world.programme.moveListing({ integrationId, event, actor, reason });
  await expect(move("publish", ada)).rejects.toMatchObject({
    code: "LIFECYCLE-REFUSED",
    message: expect.stringContaining("a revalidation that is overdue"),
  });
  await expect(move("take-down", ada)).rejects.toMatchObject({
    message: expect.stringContaining("Expected partner-manager or reviewer or programme-owner"),
  });
  expect(await move("take-down", grace)).toMatchObject({
    state: { kind: "taken-down", by: "Grace", reason },
  });
  await expect(move("put-up", ada)).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
  expect(await move("put-up", grace)).toMatchObject({ state: { kind: "published" } });
});

test("customers see what was published while the draft goes on", async () => {
  const integrationId = await list(world, "drafted", designated("prime", "2026-03-01"));
  const draft = { ...listingText, name: "drafted", tagline: "Better." };
  await world.programme.saveListingDraft({ integrationId, draft, actor: ada });
  const tagline = async () =>
    (await world.programme.viewMarketplace()).listings.find(
      (one) => one.integrationId === integrationId,
    )?.tagline;
  expect(await tagline()).toBe("Tests in ten minutes.");
  await world.programme.moveListing({ integrationId, event: "publish", actor: ada, reason: "" });
  expect(await tagline()).toBe("Better.");
  const [, published] = await world.programme.listHistory(integrationId);
  expect(published).toMatchObject({
    event: "listing-publish",
    before: { kind: "published", draft: { tagline: "Better." } },
  });
});

test("a removal takes the listing with it, and nothing brings it back", async () => {
  const integrationId = await list(world, "leaving", designated("prime", "2026-03-01"));
  await world.programme.moveStanding({ integrationId, event: "remove", actor: edith, reason });
  expect(await world.programme.loadListing(integrationId)).toMatchObject({
    state: { kind: "removed", reason },
  });
  const events = (await world.programme.listHistory(integrationId)).map(({ event }) => event);
  expect(events).toEqual(["remove", "listing-remove"]);
  for (const event of ["publish", "put-up"] as const)
    await expect(
      world.programme.moveListing({ integrationId, event, actor: edith, reason }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
});
