import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { parseConfiguration } from "./configuration.ts";
import { openWay, type Way } from "./database-way.world.ts";
import { openPlatformLog } from "./platform-log.ts";
import { startPlatform, type Platform } from "./start-platform.ts";

let data: string;
let database: Database;
let way: Way;
let platform: Platform;
let partner: Server;
const calls: string[] = [];
let made: MadeSandbox;

interface MadeSandbox {
  readonly id: string;
  readonly tenants: Readonly<Record<"a" | "b", { customerId: string; publicBase: string }>>;
  readonly credentials: Readonly<Record<"a" | "b", { username: string; password: string }>>;
}

/** A platform with a sandbox and a partner, whose database was away and is back. */
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "slipway-back-"));
  database = await createTestDatabase();
  way = await openWay(database);
  const configuration = parseConfiguration({
    SLIPWAY_DATA: data,
    DATABASE_URL: way.url,
    SLIPWAY_PORT: "0",
    SLIPWAY_SANDBOX_PORT_A: "0",
    SLIPWAY_SANDBOX_PORT_B: "0",
  });
  platform = await startPlatform(configuration, openPlatformLog({ level: "silent" }));
  partner = createServer((request, response) => {
    calls.push(request.url ?? "");
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(partner, "listening");
  made = await makeSandbox();
  await way.block();
  await becomes(503);
  await way.open();
  await becomes(200);
});

afterAll(async () => {
  partner?.closeAllConnections();
  partner?.close();
  await platform?.stop();
  await way?.close();
  await database?.close();
  await rm(data, { recursive: true, force: true });
});

async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const { addresses, adminToken } = platform.served ?? { addresses: undefined };
  const answer = await fetch(`${addresses?.platform}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${adminToken?.token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Expected ${path} to succeed, found ${answer.status}: ${text}`);
  // The API's own answer; none has no body.
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

async function becomes(status: number): Promise<void> {
  const ready = `${platform.served?.addresses.platform}/readyz`;
  while ((await fetch(ready)).status !== status) await sleep(50);
}

async function makeSandbox(): Promise<MadeSandbox> {
  const { id } = await ask<{ id: string }>("POST", "/integrations", {
    name: "Away",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const sandbox = await ask<MadeSandbox>("POST", `/integrations/${id}/sandbox`, {});
  // A listening server of this kind has an address with a port.
  const { port } = partner.address() as AddressInfo;
  const connectionOf = (region: "a" | "b"): object => ({
    endpoint: `http://127.0.0.1:${port}`,
    authentication: { method: "basic", username: region, password: `secret of ${region}` },
    enablement: {
      customerId: sandbox.tenants[region].customerId,
      authenticationMethod: "basic",
      ipAddresses: [],
      packageIds: ["pk-1"],
      optionalFeatures: [],
    },
  });
  await ask("PUT", `/sandboxes/${sandbox.id}/partner-setup`, {
    connections: { a: connectionOf("a"), b: connectionOf("b") },
    declaration: { completesTestOrders: true, supportsCancel: false, manifest: [], wordings: {} },
  });
  return sandbox;
}

it("answers and records again", async () => {
  const { customerId, publicBase } = made.tenants.a;
  const { username, password } = made.credentials.a;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const address = `${publicBase}/customers/${customerId}`;
  await vi.waitFor(async () => {
    expect((await fetch(address, { headers: { authorization } })).status).toBe(200);
  }, 20_000);
  const rows = await database.queries.selectFrom("exchange").select("path").execute();
  expect(rows.map(({ path }) => path)).toContain(`/customers/${customerId}`);
});

it("delivers again", async () => {
  await ask("POST", `/sandboxes/${made.id}/preflight`);
  expect(calls).toContainEqual(expect.stringContaining("/packages"));
});

it("hears again what other processes tell", async () => {
  const { customerId } = made.tenants.b;
  // As another process would change it: past this one's memory.
  await database.queries.updateTable("integration_standing").set({ state: "suspended" }).execute();
  database.notifications.notify("slipway_tenant", customerId);
  const { publicBase } = made.tenants.b;
  const { username, password } = made.credentials.b;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  await vi.waitFor(async () => {
    const answer = await fetch(`${publicBase}/customers/${customerId}`, {
      headers: { authorization },
    });
    expect(answer.status).toBe(403);
  }, 20_000);
});

it("follows its clock again", async () => {
  const moved = await ask<{ aheadMs: number }>("POST", "/clock/moves", {
    kind: "advance",
    byMs: 60_000,
  });
  expect(moved.aheadMs).toBeGreaterThanOrEqual(60_000);
});
