import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import {
  manifest,
  startStandardPartner,
  type Customer,
  type StandardPartner,
} from "@slipway/example-standard-partner";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  createCommandWorld,
  password,
  username,
  type CommandWorld,
} from "../command-line/command-line.world.ts";

let world: CommandWorld;
let partner: StandardPartner;

const assessments = { a: ["Numbers by Acme"], b: ["Zahlen von Acme"] };

beforeAll(async () => {
  world = await createCommandWorld();
  partner = await startStandardPartner();
  await writeFile(
    world.partnerConfig,
    JSON.stringify({
      declaration: { completesTestOrders: true, supportsCancel: false, manifest, wordings: {} },
      tenants: {
        a: { enablement: { packageIds: assessments.a } },
        b: { enablement: { packageIds: assessments.b } },
      },
    }),
  );
});

afterAll(async () => {
  await partner?.close();
  await world?.close();
});

test("slipway validate takes a Standard partner through its framework, and it passes", async () => {
  const credentials = join(world.folder, "standard-credentials.json");
  const request = [
    "validate",
    "--framework",
    "standard-assessment",
    "--data",
    world.data,
    "--endpoint",
    partner.endpoint,
    "--auth",
    `basic:${username}`,
    "--password-file",
    world.passwordFile,
    "--partner-config",
    world.partnerConfig,
    "--credentials-file",
    credentials,
    "--wait-for-partner",
    "120",
    "--format",
    "json",
  ];
  // The first call makes the sandbox; the partner does not know its customers yet.
  expect((await world.slipway(...request)).exitCode).toBe(1);
  const issued = JSON.parse(await readFile(credentials, "utf8")) as {
    readonly customers: Readonly<Record<string, { readonly ats: Customer["ats"] }>>;
  };
  for (const [customerId, { ats }] of Object.entries(issued.customers))
    partner.configureCustomer(customerId, {
      ats,
      platform: { username, password },
      assessments: [...assessments.a, ...assessments.b],
    });
  const { exitCode, stdout } = await world.slipway(...request);
  expect(JSON.parse(stdout)).toMatchObject({ conclusion: "passed" });
  expect(exitCode).toBe(0);
}, 300_000);
