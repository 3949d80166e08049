import { afterAll, beforeAll, expect, test } from "vitest";

import { manifest } from "@slipway/example-prime-partner";

import { proves } from "../harness/proves.ts";
import {
  because,
  openRevalidationWorld,
  partner,
  reviewer,
  type RevalidationWorld,
} from "../revalidation/revalidation.world.ts";

let world: RevalidationWorld;
beforeAll(async () => {
  world = await openRevalidationWorld();
}, 600_000);
afterAll(async () => world?.close());

test("a named person of the partner confirms manifest, sheet and no-hard-coding, until one is changed", async () => {
  for (const duty of ["REQ-17", "REQ-22", "REQ-23", "REQ-24"] as const)
    proves(duty, { door: "command-line" });
  const { slipway, refused, integration, validation } = world;
  const confirm = ["submission", "confirm", integration, "--slot"];
  expect(await refused(...confirm, "no-hard-coding", ...partner)).toContain("SUBMISSION-FROZEN");
  await validation.client.beginVersion(integration, {
    actor: { name: "Ada", role: "partner-admin", organisation: "unnamed" },
    reason: because[1] ?? "",
  });
  const second = ["--number", "2"];
  const show = async (): Promise<string> => slipway("submission", "show", integration, ...second);
  expect(await show()).toContain("the field manifest");
  expect(await refused(...confirm, "field-manifest", ...second, ...partner)).toContain(
    "SUBMISSION-SLOT-EMPTY",
  );
  const { versions } = await validation.client.loadLifecycle(integration);
  const design = versions[0]?.design;
  if (design === undefined) throw new Error("Expected a design of the first version");
  const save = async (entries: typeof design.manifest): Promise<unknown> =>
    validation.client.saveDesign(integration, 2, {
      design: { ...design, manifest: entries },
      actor: { name: "Ada", role: "partner-admin", organisation: "unnamed" },
    });
  await save(manifest);
  expect(await refused(...confirm, "field-manifest", ...second, ...reviewer)).toContain(
    "ROLE-NOT-ALLOWED",
  );
  expect(await refused(...confirm, "poem", ...second, ...partner)).toContain(
    "SUBMISSION-SLOT-NOT-FOUND",
  );
  for (const slot of ["field-manifest", "enablement-sheet", "no-hard-coding"])
    await slipway(...confirm, slot, ...second, ...partner);
  expect(await show()).toContain("Nothing is missing.");
  await save(manifest.slice(1));
  expect(await show()).toContain(
    "Missing: the field manifest; the statement that nothing is hard-coded.",
  );
  expect(await slipway("integration", "history", integration)).toContain("confirm-slot");
}, 600_000);
