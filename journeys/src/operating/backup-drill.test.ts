import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  createCommandWorld,
  type CommandWorld,
  type Ended,
} from "../command-line/command-line.world.ts";
import { openValidationWorld, type ValidationWorld } from "../harness/validation.world.ts";
import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";

const reviewer = { name: "Grace", role: "reviewer", organisation: "programme" } as const;

let world: ValidationWorld;
let commands: CommandWorld;
let archive: string;
let data: string;
let runId: string;
let backedUp: Ended;
let made: Ended;
let restored: RunningPlatform;
let client: PlatformClient;

/** An installation with a whole life in it, backed up while it serves, and restored beside it. */
beforeAll(async () => {
  [world, commands] = await Promise.all([openValidationWorld(), createCommandWorld()]);
  ({ runId } = await world.validate());
  for (const question of ["Why?", "What for?"])
    await world.client.openReviewItem(world.sandbox.integrationId, 1, {
      about: "design",
      question,
      actor: reviewer,
    });
  archive = join(commands.folder, "slipway.tar");
  data = join(commands.folder, "restored");
  backedUp = await commands.slipway("backup", archive, "--data", world.data, "--with-keys");
  made = await commands.slipway("restore", archive, "--data", data);
  restored = await startPlatform({ data });
  const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
  client = createPlatformClient({ baseUrl: restored.address, token });
}, 300_000);

afterAll(async () => {
  await restored?.stop();
  await commands?.close();
  await world?.close();
});

/** The answer as it came, byte for byte. */
async function bytesOf(base: string, path: string): Promise<string> {
  const token = (await readFile(join(world.data, "admin-token"), "utf8")).trim();
  const answer = await fetch(`${base}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

test("both commands say what they did, and that the archive holds the keys", () => {
  expect([backedUp, made]).toMatchObject([
    { exitCode: 0, stderr: "" },
    { exitCode: 0, stderr: "" },
  ]);
  expect(backedUp.stdout).toContain("whoever has it has everything");
  expect(made.stdout).toMatch(/^Restored \d+ rows/u);
});

test("the restored installation tells of its runs what the original does, byte for byte", async () => {
  for (const path of [
    `/runs/${runId}/report`,
    `/runs/${runId}/report?format=html`,
    `/integrations/${world.sandbox.integrationId}`,
    `/integrations/${world.sandbox.integrationId}/history`,
    `/tenants/${world.sandbox.tenants.a.customerId}/exchanges?limit=100`,
  ]) {
    const original = await bytesOf(world.platform().address, path);
    // The restored one answers at other addresses, and says so.
    const sameAddress = (text: string): string => text.replaceAll(/127\.0\.0\.1:\d+/gu, "here");
    expect(sameAddress(await bytesOf(restored.address, path))).toBe(sameAddress(original));
  }
});

test("its history verifies, and goes on", async () => {
  const { integrationId } = world.sandbox;
  const before = await client.verifyHistory();
  expect(before).toEqual(await world.client.verifyHistory());
  await client.openReviewItem(integrationId, 1, {
    about: "design",
    question: "Where to?",
    actor: reviewer,
  });
  expect(await client.verifyHistory()).toMatchObject({ kind: "intact" });
});

test("the old credentials open it", async () => {
  const { customerId } = world.sandbox.tenants.a;
  const { tenants } = await client.loadSandbox(world.sandbox.id);
  const { username, password } = world.credentials.a;
  const answer = await fetch(`${tenants.a.publicBase}/customers/${customerId}`, {
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    },
  });
  expect(answer.status).toBe(200);
});

test("the partner's credentials can be read: it is called, and is content", async () => {
  expect(await client.preflight(world.sandbox.id)).toMatchObject({ green: true });
});

test("new things get ids that nobody had", async () => {
  const { id } = await client.registerIntegration({
    name: "After the restore",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const { tenants } = await client.createSandbox(id);
  const old = Object.values(world.sandbox.tenants).map(({ customerId }) => customerId);
  for (const { customerId } of Object.values(tenants)) expect(old).not.toContain(customerId);
});

test("it is not restored over itself", async () => {
  await restored.stop();
  const again = await commands.slipway("restore", archive, "--data", data);
  expect(again).toMatchObject({
    exitCode: 73,
    stderr: expect.stringContaining("RESTORE-DATABASE-NOT-EMPTY"),
  });
  restored = await startPlatform({ data });
});

test("a backup without keys says where they are, and that they have to be kept", async () => {
  const other = join(commands.folder, "without-keys.tar");
  const { stdout } = await commands.slipway("backup", other, "--data", world.data);
  expect(stdout).toContain(join(world.data, "secret.key"));
  const bytes = await readFile(other);
  expect(bytes.includes(await readFile(join(world.data, "secret.key")))).toBe(false);
  expect(bytes.includes(await readFile(join(world.data, "admin-token")))).toBe(false);
});
