import { afterAll, beforeAll, expect, it } from "vitest";

import { listNodes, type ListNode } from "@slipway/ats-model";

import type { Sandbox } from "../sandboxes/sandbox.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import { addListNodes } from "./add-list-nodes.ts";
import { keepPackages } from "./keep-packages.ts";

const names = "lists.submittal.assessment_name";
const schools = "lists.person.school";

let world: ProgrammeWorld;
let sandbox: Sandbox;
beforeAll(async () => {
  world = await openProgrammeWorld();
  ({ sandbox } = await world.makeSandbox());
});
afterAll(async () => world.close());

async function keep(
  ...packages: readonly (readonly [id: string, name: string, active?: boolean])[]
): Promise<void> {
  await keepPackages(
    world.parts,
    await world.tenant(sandbox, "a"),
    packages.map(([packageId, name, active = true]) => ({ packageId, name, active })),
  );
}

async function kept(): Promise<readonly (readonly [string, string, boolean])[]> {
  const rows = await world.database.queries
    .selectFrom("package")
    .selectAll()
    .where("customer_id", "=", sandbox.tenants.a.customerId)
    .orderBy("package_id")
    .execute();
  return rows.map((row) => [row.package_id, row.name, row.active]);
}

async function nodesOf(list: string): Promise<readonly ListNode[]> {
  return listNodes((await world.tenant(sandbox, "a")).settings, list);
}

it("keeps what is offered, and enters the names among those that results may have", async () => {
  const before = await nodesOf(names);
  await keep(["k-1", "Numbers"], ["k-2", "Words", false]);
  expect(await kept()).toEqual([
    ["k-1", "Numbers", true],
    ["k-2", "Words", false],
  ]);
  const added = (await nodesOf(names)).slice(before.length);
  expect(added.map(({ value }) => value)).toEqual(["Numbers", "Words"]);
  expect(added.every(({ id }) => /^C\d+$/u.test(id))).toBe(true);
});

it("adds nothing when the same is offered again", async () => {
  const before = await nodesOf(names);
  await keep(["k-1", "Numbers"], ["k-2", "Words"]);
  await keep(["k-1", "numbers"], ["k-2", "WORDS"]);
  expect(await nodesOf(names)).toEqual(before);
  expect(await kept()).toEqual([
    ["k-1", "numbers", true],
    ["k-2", "WORDS", true],
  ]);
});

it("makes inactive what is no longer listed, also when nothing is", async () => {
  await keep(["k-2", "Words"]);
  expect(await kept()).toEqual([
    ["k-1", "numbers", false],
    ["k-2", "Words", true],
  ]);
  await keep();
  expect((await kept()).map(([, , active]) => active)).toEqual([false, false]);
});

it("gives a renamed package a node of its own, and leaves the old one to the results that have it", async () => {
  const before = await nodesOf(names);
  await keep(["k-1", "Figures"]);
  const after = await nodesOf(names);
  expect(after.slice(0, -1)).toEqual(before);
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
});

it("offers a name again that the list has only hidden", async () => {
  const hidden = (await nodesOf(names)).find((node) => node.hidden === true);
  if (hidden === undefined) throw new Error("Expected a hidden node among the seed's.");
  await keep(["k-3", hidden.value]);
  const same = (await nodesOf(names)).filter(({ value }) => value === hidden.value);
  expect(same.map((node) => node.hidden === true)).toEqual([true, false]);
});

it("keeps the packages of one tenant from the other", async () => {
  const other = await world.tenant(sandbox, "b");
  expect(listNodes(other.settings, names).map(({ value }) => value)).not.toContain("Numbers");
});

it("adds nodes to any list, once each and all that were asked for at once", async () => {
  const tenant = await world.tenant(sandbox, "a");
  const node = (id: string, value: string) => ({ list: schools, node: { id, value } });
  await Promise.all([
    addListNodes(world.parts, tenant, [node("C1", "North"), node("C2", "South")]),
    addListNodes(world.parts, tenant, [node("C2", "south"), node("C3", "East")]),
  ]);
  const values = (await nodesOf(schools)).map(({ value }) => value.toLowerCase());
  expect(values.filter((value) => ["north", "south", "east"].includes(value)).toSorted()).toEqual([
    "east",
    "north",
    "south",
  ]);
});
