import { afterAll, beforeAll, expect, test } from "vitest";

import { createProgramme } from "../create-programme.ts";
import type { Design } from "../design/design.ts";
import type { Programme } from "../programme.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import type { Actor } from "./actor.ts";

let world: ProgrammeWorld;
let strict: Programme;
beforeAll(async () => {
  world = await openProgrammeWorld();
  strict = createProgramme({ ...world.parts, sandboxes: "after-approval" });
});
afterAll(async () => world.close());

const ada: Actor = { name: "Ada", role: "partner-admin", organisation: "Acme" };
const grace: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const reason = "As the guide says.";

const design: Design = {
  useCase: "A recruiter orders a test.",
  valueProposition: "Better hires.",
  operations: ["GET /people/{id}"],
  events: [],
  optionalFeatures: ["add-test-package", "holograms"],
  manifest: [{ profileType: "person", field: "email", access: "read", required: true }],
  setUpSteps: [],
  valuesPerCustomer: [],
  setUpQuestions: [],
};

/** Registered, with a design under review. */
async function inReview(name: string): Promise<string> {
  const { integration } = await strict.registerIntegration({
    ...{ name, framework: "prime-assessment", organisation: "Acme" },
  });
  const place = { integrationId: integration.id, version: 1, actor: ada };
  await strict.saveDesign({ ...place, design });
  await strict.moveVersion({ ...place, event: "submit-design", reason });
  return integration.id;
}

async function approve(integrationId: string, programme = strict) {
  return programme.moveVersion({
    ...{ integrationId, version: 1, event: "approve-design", actor: grace, reason },
  });
}

test("an approval freezes what follows from the declared features, and names what is left out", async () => {
  const integrationId = await inReview("First");
  await expect(strict.createSandbox({ integrationId })).rejects.toMatchObject({
    code: "SANDBOX-BEFORE-APPROVAL",
  });
  const { versions, sandbox } = await approve(integrationId);
  const set = versions[0]?.requirements;
  const ids = set?.requirements.map(({ id }) => id);
  expect(ids).toContain("PA-PKG-2");
  expect(ids).not.toContain("PA-CAN-1");
  expect(set).toMatchObject({
    framework: "prime-assessment",
    connectorType: "prime",
    leftOut: [{ id: "PA-CAN-1", feature: "cancel" }],
    unknownFeatures: ["holograms"],
  });
  expect(sandbox?.missing).toHaveLength(3);
  const { queries } = world.database;
  const credentials = await queries.selectFrom("api_credential").selectAll().execute();
  expect(credentials).toEqual([]);
  const events = (await strict.listHistory(integrationId)).map(({ event }) => event);
  expect(events.slice(-3)).toEqual(["approve-design", "freeze-requirements", "open-sandbox"]);
});

test("a second approval freezes anew and keeps the sandbox", async () => {
  const integrationId = await inReview("Second");
  const first = await approve(integrationId);
  await strict.moveVersion({
    ...{ integrationId, version: 1, event: "change-design", actor: ada, reason },
    design: { ...design, optionalFeatures: ["cancel"] },
  });
  const second = await approve(integrationId);
  expect(second.sandbox?.sandboxId).toBe(first.sandbox?.sandboxId);
  expect(second.versions[0]?.requirements?.leftOut).toMatchObject([{ id: "PA-PKG-2" }]);
  await expect(strict.createSandbox({ integrationId })).rejects.toMatchObject({
    code: "SANDBOX-EXISTS",
  });
});

test("an approval that breaks off leaves the design under review, without sandbox or requirements", async () => {
  const integrationId = await inReview("Third");
  const broken = createProgramme({
    ...world.parts,
    randomBytes: () => {
      throw new Error("The machine broke off.");
    },
  });
  await expect(approve(integrationId, broken)).rejects.toThrow("The machine broke off.");
  const { versions, sandbox } = await strict.loadLifecycle(integrationId);
  expect(sandbox).toBeUndefined();
  expect(versions[0]).toMatchObject({ state: { kind: "in-review" }, requirements: undefined });
  expect((await approve(integrationId)).sandbox).toBeDefined();
});

test("a sandbox that was made before the approval stays, with what it has", async () => {
  const integrationId = await inReview("Fourth");
  const { sandbox } = await world.programme.createSandbox({ integrationId });
  const approved = await approve(integrationId);
  expect(approved.sandbox).toMatchObject({
    sandboxId: sandbox.id,
    missing: [expect.stringContaining("save the partner setup")],
  });
});
