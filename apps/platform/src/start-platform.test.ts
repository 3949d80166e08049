import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { parseConfiguration } from "./configuration.ts";
import { openWay, type Way } from "./database-way.world.ts";
import { openPlatformLog } from "./platform-log.ts";
import { startPlatform, type Platform, type Served } from "./start-platform.ts";

let data: string;
let database: Database;
let way: Way;
let platform: Platform | undefined;
let logged: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "slipway-platform-"));
  database = await createTestDatabase();
  way = await openWay(database);
  logged = "";
});

afterEach(async () => {
  await platform?.stop();
  platform = undefined;
  await way.close();
  await database.close();
  await rm(data, { recursive: true, force: true });
});

async function start(): Promise<Served & Pick<Platform, "stop">> {
  const log = openPlatformLog({
    level: "info",
    format: "json",
    destination: {
      write: (line) => {
        logged += line;
      },
    },
  });
  const configuration = parseConfiguration({
    SLIPWAY_DATA: data,
    DATABASE_URL: way.url,
    SLIPWAY_PORT: "0",
    SLIPWAY_SANDBOX_PORT_A: "0",
    SLIPWAY_SANDBOX_PORT_B: "0",
  });
  platform = await startPlatform(configuration, log);
  if (platform.served === undefined) throw new Error("Expected the platform to serve");
  return { ...platform.served, stop: platform.stop };
}

async function restart(): Promise<Served> {
  await platform?.stop();
  return start();
}

const ask = async (path: string, token?: string): Promise<number> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${platform?.served?.addresses.platform}${path}`, { headers });
  await answer.arrayBuffer();
  return answer.status;
};

const becomes = async (path: string, status: number): Promise<void> => {
  while ((await ask(path)) !== status) await sleep(50);
};

describe("the admin token", () => {
  it("opens the API, and nothing else does", async () => {
    const { adminToken } = await start();
    expect(await ask("/api/v1/integrations", adminToken.token)).toBe(200);
    for (const other of [undefined, "", "slw_wrong", `${adminToken.token}x`])
      expect(await ask("/api/v1/integrations", other)).toBe(401);
  });

  it("is kept in a file that only its owner reads", async () => {
    const { adminToken } = await start();
    expect(adminToken.file).toBe(join(data, "admin-token"));
    expect(await readFile(adminToken.file, "utf8")).toBe(`${adminToken.token}\n`);
    expect((await stat(adminToken.file)).mode & 0o777).toBe(0o600);
  });

  it("is not written into a file that others may read", async () => {
    await writeFile(join(data, "admin-token"), "", { mode: 0o644 });
    const { adminToken } = await start();
    expect((await stat(adminToken.file)).mode & 0o777).toBe(0o600);
  });

  it("stays the same over restarts", async () => {
    const first = await start();
    const second = await restart();
    expect(second.adminToken).toEqual(first.adminToken);
    expect(await ask("/api/v1/integrations", second.adminToken.token)).toBe(200);
  });

  it("is in the database as its digest only", async () => {
    const { adminToken } = await start();
    const rows = await database.queries.selectFrom("api_token").selectAll().execute();
    expect(rows.map(({ digest }) => digest.toString("hex"))).toEqual([
      createHash("sha256").update(adminToken.token).digest("hex"),
    ]);
    expect(JSON.stringify(rows)).not.toContain(adminToken.token);
    expect(rows[0]?.prefix).toBe(adminToken.token.slice(0, 8));
  });

  it("is made anew when its file is lost", async () => {
    const first = await start();
    await platform?.stop();
    await rm(first.adminToken.file);
    const second = await start();
    expect(second.adminToken.token).not.toBe(first.adminToken.token);
    expect(await ask("/api/v1/integrations", second.adminToken.token)).toBe(200);
  });
});

describe("a platform whose database goes away", () => {
  it("lives on, says that it is not ready, and is ready again when the database is back", async () => {
    const { adminToken } = await start();
    expect([await ask("/healthz"), await ask("/readyz")]).toEqual([200, 200]);
    await way.block();
    await becomes("/readyz", 503);
    expect(await ask("/healthz")).toBe(200);
    await way.open();
    await becomes("/readyz", 200);
    while ((await ask("/api/v1/integrations", adminToken.token)) !== 200) await sleep(50);
  });

  it("answers 503 at every door meanwhile, and says when to come again", async () => {
    const { adminToken, addresses } = await start();
    await way.block();
    await becomes("/readyz", 503);
    const basic = `Basic ${Buffer.from("somebody:secret").toString("base64")}`;
    const doors = [
      [`${addresses.platform}/api/v1/integrations`, `Bearer ${adminToken.token}`],
      [`${addresses.sandboxA}/customers/1/people/1`, basic],
    ] as const;
    for (const [address, authorization] of doors) {
      const answer = await fetch(address, { headers: { authorization } });
      expect([address, answer.status]).toEqual([address, 503]);
      expect(answer.headers.get("retry-after")).toBe("2");
      expect(await answer.text()).toMatch(/DATABASE-AWAY|not available at the moment/u);
    }
    await way.open();
  });

  it("is not ready while the database hangs, and says so in time", async () => {
    await start();
    way.hang();
    await becomes("/readyz", 503);
    expect(await ask("/healthz")).toBe(200);
    await way.block();
    await way.open();
    await becomes("/readyz", 200);
  });

  it("tells each trouble once, not each time it looks", async () => {
    await start();
    await way.block();
    await becomes("/readyz", 503);
    // Long enough for workers to look several times.
    await sleep(1500);
    const lines = logged.split("\n").filter((line) => line.includes('"place":"run engine"'));
    expect(lines.length).toBeLessThan(3);
    await way.open();
  });

  it("stops all the same", async () => {
    const { stop } = await start();
    await way.block();
    await becomes("/readyz", 503);
    await stop();
    await expect(ask("/healthz")).rejects.toThrow();
  });
});

describe("a start on a database of one's own", () => {
  it("that is not there says so, with a code, and keeps nothing", async () => {
    await way.block();
    const refused: unknown = await start().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "STARTING-DATABASE-FAILED", exitCode: 70 });
    expect(String(refused)).toContain("found: connect ECONNREFUSED");
    await way.open();
    await start();
  });

  it("whose user may not come in says so, without the address", async () => {
    const { url } = way;
    way = { ...way, url: url.replace(/\/\/\w+@/u, "//stranger:s3cret@") };
    const refused: unknown = await start().catch((error: unknown) => error);
    expect(String(refused)).toContain('role "stranger" does not exist');
    expect(String(refused)).not.toContain("s3cret");
  });
});
