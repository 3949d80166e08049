import { afterAll, beforeAll, expect, it } from "vitest";

import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world.close());

const input = {
  name: "Acme Tests",
  framework: "prime-assessment",
  connectorType: "prime",
} as const;

it("registers the same integration once, however often and however many at a time", async () => {
  const { programme } = world;
  const made = await Promise.all([1, 2, 3].map(async () => programme.registerIntegration(input)));
  const again = await programme.registerIntegration(input);
  const all = [...made, again];
  expect(new Set(all.map(({ integration }) => integration.id)).size).toBe(1);
  expect(all.filter(({ created }) => created)).toHaveLength(1);
  expect(again.created).toBe(false);
  expect((await programme.listIntegrations()).map(({ name }) => name)).toEqual([input.name]);
});

it("refuses a name that another integration has, and names what has it", async () => {
  await expect(
    world.programme.registerIntegration({ ...input, connectorType: "standard" }),
  ).rejects.toMatchObject({
    code: "INTEGRATION-NAME-TAKEN",
    status: 409,
    message: expect.stringContaining('"Acme Tests" registered as prime-assessment (prime)'),
  });
});

it("refuses a framework that there is not, and names those there are", async () => {
  await expect(
    world.programme.registerIntegration({ ...input, name: "Other", framework: "sub-prime" }),
  ).rejects.toMatchObject({
    code: "FRAMEWORK-UNKNOWN",
    message: 'Expected a framework (prime-assessment, standard-assessment), found "sub-prime".',
  });
  expect(await world.programme.listIntegrations()).toHaveLength(1);
});
