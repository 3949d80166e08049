import { afterAll, beforeAll, expect, test } from "vitest";

import { createIdBlocks } from "../../ids/id-blocks.ts";
import { openSandboxWorld, type SandboxWorld } from "../../sandbox.world.ts";
import type { ProfileWriting } from "./profile-writing.ts";
import { storeIn } from "./profile.store.ts";
import { updateProfile } from "./update-profile.ts";

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
  await world.a.seed("people", 77, { firstname: "Ada" });
  await world.a.seed("jobs", 7, { jobtitle: "Welder" });
  await world.a.seed("applicantworkflows", 13, {
    baseprofile: 7,
    associatedprofile: 77,
    status: "D10100",
  });
});
afterAll(async () => world.close());

async function move(status: string, fail = false): Promise<boolean> {
  const { database, a } = world;
  return database.transaction(async (tx) => {
    const writing: ProfileWriting = {
      store: storeIn(tx, a.customerId),
      ids: createIdBlocks(database.tenants),
      planEvent: world.planEvent,
      tenant: a.tenant(),
      userId: 1,
      by: "recruiter",
      at: new Date("2026-03-01T10:00:00Z"),
    };
    const { eventRaised } = await updateProfile(writing, {
      ref: { noun: "applicantworkflows", id: 13 },
      after: ({ doc }) => ({ doc: { ...doc, status }, linked: [] }),
    });
    if (fail) throw new Error("the transaction fails");
    return eventRaised;
  });
}

async function traces(): Promise<{
  readonly status: unknown;
  readonly log: number;
  readonly events: number;
}> {
  const { rows } = await world.database.pool.query<{ log: number; events: number }>(
    `select (select count(*)::int from workflow_status_log) as log, (select count(*)::int from event) as events`,
  );
  const [counted = { log: 0, events: 0 }] = rows;
  return { status: (await world.a.stored("applicantworkflows", 13))?.status, ...counted };
}

test("a recruiter's change of status raises the event whatever the switch says, in the caller's transaction", async () => {
  await expect(move("D10103", true)).rejects.toThrow("the transaction fails");
  expect(await traces()).toEqual({ status: "D10100", log: 0, events: 0 });
  expect(await move("D10103")).toBe(true);
  expect(await traces()).toEqual({ status: "D10103", log: 1, events: 1 });
});

test("a change to the status that it has already raises nothing", async () => {
  const before = await traces();
  expect(await move("D10103")).toBe(false);
  expect(await traces()).toEqual(before);
});
