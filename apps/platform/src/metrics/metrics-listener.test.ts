import { mkdtemp, rm } from "node:fs/promises";

import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { parseConfiguration } from "../configuration.ts";
import { openPlatformLog } from "../platform-log.ts";
import { startPlatform, type Platform } from "../start-platform.ts";

const canary = "s3cret-canary-4711";

let data: string;
let database: Database;
let platform: Platform;
let logged = "";

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "slipway-metrics-"));
  database = await createTestDatabase();
  const { host, port, user, database: name } = socketOf(database);
  const configuration = parseConfiguration({
    SLIPWAY_DATA: data,
    DATABASE_URL: `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`,
    SLIPWAY_PORT: "0",
    SLIPWAY_SANDBOX_PORT_A: "0",
    SLIPWAY_SANDBOX_PORT_B: "0",
    SLIPWAY_METRICS_PORT: "0",
    SLIPWAY_LOG_LEVEL: "trace",
  });
  const destination = {
    write: (line: string) => {
      logged += line;
    },
  };
  platform = await startPlatform(
    configuration,
    openPlatformLog({ level: "trace", format: "json", destination }),
  );
});

afterAll(async () => {
  await platform?.stop();
  await database?.close();
  await rm(data, { recursive: true, force: true });
});

function socketOf({ connection }: Database): {
  host: string;
  port: number;
  user: string;
  database: string;
} {
  if ("url" in connection) throw new Error("Expected the test server on a socket");
  return connection;
}

async function numbers(): Promise<string> {
  const answer = await fetch(`${platform.metrics}/metrics`);
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  return answer.text();
}

interface MadeSandbox {
  readonly tenants: { readonly a: { readonly customerId: string; readonly publicBase: string } };
  readonly credentials: { readonly a: { readonly username: string; readonly password: string } };
}

async function post(path: string, body: object): Promise<unknown> {
  const { addresses, adminToken } = served();
  const answer = await fetch(`${addresses.platform}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminToken.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

const served = (): NonNullable<Platform["served"]> => {
  if (platform.served === undefined) throw new Error("Expected the platform to serve");
  return platform.served;
};

it("tells requests by surface, route pattern and class of status, and no id", async () => {
  const { addresses } = served();
  const integration = { name: "Counted", framework: "prime-assessment", connectorType: "prime" };
  const { id } = (await post("/integrations", integration)) as { readonly id: string };
  // The API's own answer.
  const { tenants, credentials } = (await post(`/integrations/${id}/sandbox`, {})) as MadeSandbox;
  const { customerId, publicBase } = tenants.a;
  const { username, password } = credentials.a;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  await fetch(`${publicBase}/customers/${customerId}`, { headers: { authorization } });
  await fetch(`${addresses.platform}/nothing/${canary}`);
  await vi.waitFor(async () => {
    const text = await numbers();
    expect(text).toContain(
      'slipway_http_requests_total{surface="platform",method="POST",route="/api/v1/integrations",status="2xx"} 1\n',
    );
    expect(text).toMatch(
      /slipway_http_requests_total\{surface="sandbox-a",method="GET",route="\/customers\/:\w+",status="2xx"\} 1\n/u,
    );
    expect(text).toContain('route="(none)",status="4xx"} 1\n');
    expect(text).toContain("slipway_recorder_flush_exchanges_sum 1\n");
    for (const secret of [id, customerId, canary]) expect(text).not.toContain(secret);
  });
});

it("tells what waits, how the process does, and that the database is there", async () => {
  const text = await numbers();
  expect(text).toContain("slipway_database_up 1\n");
  expect(text).toContain("slipway_deliveries_due 0\n");
  expect(text).toContain("slipway_notices_unsent 0\n");
  expect(text).toMatch(/slipway_database_pool_connections\{pool="queries",use="used"\} \d+\n/u);
  expect(text).toMatch(/slipway_event_loop_delay_seconds\{quantile="0\.99"\} [\d.e-]+\n/u);
  expect(text).toMatch(/process_resident_memory_bytes \d+\n/u);
});

it("is text in which every sample stands below its kind", async () => {
  let family = "";
  for (const line of (await numbers()).trimEnd().split("\n")) {
    if (line.startsWith("# TYPE ")) family = line.split(" ")[2] ?? "";
    if (line.startsWith("#")) continue;
    expect(line).toMatch(/^[a-z_]+(?:\{(?:[a-z_]+="[^"\n]*",?)+\})? (?:[\d.e+-]+|[+-]Inf|NaN)$/u);
    expect(line.startsWith(family)).toBe(true);
  }
});

it("asks for no token, and knows nothing else", async () => {
  const statuses = await Promise.all(
    ["/healthz", "/readyz", "/api/v1/integrations"].map(
      async (path) => (await fetch(`${platform.metrics}${path}`)).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 404]);
});

it("leaves the sandbox as it was: nothing of this is there", async () => {
  const { addresses } = served();
  for (const path of ["/metrics", "/healthz"]) {
    const answer = await fetch(`${addresses.sandboxA}${path}`);
    // As for every path that the vendor does not have, from somebody without credentials.
    expect(answer.status).toBe(401);
    expect(answer.headers.has("x-request-id")).toBe(false);
  }
});

it("has the log name a request as its caller did, and never what was secret about it", async () => {
  const { platform: base } = served().addresses;
  const ask = async (id: string): Promise<string | null> => {
    const answer = await fetch(`${base}/api/v1/integrations?token=${canary}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${canary}`,
        "content-type": "application/json",
        "x-request-id": id,
      },
      body: JSON.stringify({ password: canary }),
    });
    return answer.headers.get("x-request-id");
  };
  expect(await ask("caller-7")).toBe("caller-7");
  expect(await ask(`with spaces ${canary}`)).toMatch(/^[\da-f-]{36}$/u);
  await vi.waitFor(() => {
    expect(logged).toContain('"requestId":"caller-7"');
  });
  expect(logged).not.toContain(canary);
  expect(logged).not.toContain(served().adminToken.token);
});
