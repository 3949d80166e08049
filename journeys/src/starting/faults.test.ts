import { startEmbeddedPostgres } from "@slipway/database";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  leaveData,
  refusal,
  runPlatform,
  snapshot,
  startPlatform,
  type RunningPlatform,
} from "./platform-process.ts";
import { alive } from "../harness/process-tree.ts";

let room = "";
let data = "";
const running: RunningPlatform[] = [];

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), "slipway-starting-"));
  data = join(room, "data");
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.stop()));
  await rm(room, { recursive: true, force: true });
});

async function start(): Promise<RunningPlatform> {
  const platform = await startPlatform({ data });
  running.push(platform);
  return platform;
}

async function postmasterId(): Promise<number> {
  return Number((await readFile(join(data, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
}

function isAlive(processId: number): boolean {
  return alive([processId]).length > 0;
}

async function isServing({ address }: RunningPlatform): Promise<boolean> {
  return (await fetch(`${address}/`)).status > 0;
}

describe("after kill -9", () => {
  it("of PostgreSQL and the platform, the next start takes over the stale locks and the data", async () => {
    const killed = await startPlatform({ data });
    const token = await readFile(join(data, "admin-token"), "utf8");
    process.kill(await postmasterId(), "SIGKILL");
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");
    expect(Number.isInteger(await postmasterId())).toBe(true);
    expect((await readFile(join(data, "lock.owner"), "utf8")).trim()).toBe(
      String(killed.child.pid),
    );
    const next = await start();
    expect(await isServing(next)).toBe(true);
    expect(await readFile(join(data, "admin-token"), "utf8")).toBe(token);
  });

  it("of the platform alone, its PostgreSQL ends too", async () => {
    const killed = await startPlatform({ data });
    const postmaster = await postmasterId();
    killed.child.kill("SIGKILL");
    while (isAlive(postmaster)) await sleep(20);
    expect(await isServing(await start())).toBe(true);
  });
});

describe("a second start in the same folder", () => {
  it("names the first, changes nothing and leaves it serving", async () => {
    const first = await start();
    const outside = (lines: readonly string[]) =>
      lines.filter((line) => !line.startsWith("postgres/"));
    const before = outside(await snapshot(data));
    const postmaster = await postmasterId();
    expect(await runPlatform({ data })).toStrictEqual(
      refusal(
        75,
        "STARTING-FOLDER-IN-USE",
        `Expected the data folder ${data} to be free, found it in use by a running Slipway (process ${first.child.pid}). Use that one, stop it, or name another folder in SLIPWAY_DATA.`,
      ),
    );
    expect(outside(await snapshot(data))).toStrictEqual(before);
    expect(await postmasterId()).toBe(postmaster);
    expect(await isServing(first)).toBe(true);
  });

  it("is refused before a link to the folder could hide it", async () => {
    await start();
    const link = join(room, "link");
    await symlink(data, link);
    expect(await runPlatform({ data: link })).toMatchObject({ exitCode: 75 });
  });
});

describe("a taken port", () => {
  let occupant: Server;
  let port = 0;

  beforeEach(async () => {
    occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    port = (occupant.address() as AddressInfo).port;
  });

  afterEach(() => {
    occupant.close();
  });

  it.each(["SLIPWAY_PORT", "SLIPWAY_SANDBOX_PORT_A", "SLIPWAY_SANDBOX_PORT_B"])(
    "%s is named before anything is written",
    async (setting) => {
      expect(await runPlatform({ data, env: { [setting]: String(port) } })).toStrictEqual(
        refusal(
          71,
          "STARTING-PORT-TAKEN",
          `Expected to listen on 127.0.0.1 port ${port}, found it taken by another program. Set ${setting} to another port (0 takes a free one).`,
        ),
      );
      expect(await snapshot(room)).toStrictEqual([]);
    },
  );

  it("leaves existing data as they are", async () => {
    await leaveData(data);
    const before = await snapshot(data);
    expect(await runPlatform({ data, env: { SLIPWAY_PORT: String(port) } })).toMatchObject({
      exitCode: 71,
    });
    expect(await snapshot(data)).toStrictEqual(before);
  });
});

describe("data of another version", () => {
  it("are refused when newer, byte for byte as they were", async () => {
    await leaveData(data);
    const noted = await readFile(join(data, "data-version"), "utf8");
    await writeFile(join(data, "data-version"), `${noted}9999-from-the-future\n`);
    const before = await snapshot(data);
    expect(await runPlatform({ data })).toStrictEqual(
      refusal(
        65,
        "DATABASE-DATA-NEWER",
        "The data was written by a newer version of Slipway: expected migrations this version knows, found 9999-from-the-future. Nothing was changed. Start the newer version, or use another data folder.",
      ),
    );
    expect(await snapshot(data)).toStrictEqual(before);
  });

  it("are refused when only their database says that they are newer", async () => {
    await leaveData(data);
    await query("insert into kysely_migration values ('9999-from-the-future', '2030-01-01')");
    expect(await runPlatform({ data })).toMatchObject({
      exitCode: 65,
      stderr: expect.stringContaining("found 9999-from-the-future. Nothing was changed."),
    });
    expect(await query("select count(*)::int as tokens from api_token")).toStrictEqual([
      { tokens: 1 },
    ]);
  });

  it("are migrated when older", async () => {
    const server = await startEmbeddedPostgres({ folder: join(data, "postgres") });
    await server.stop();
    expect(await isServing(await start())).toBe(true);
    expect(await readFile(join(data, "data-version"), "utf8")).toMatch(/^0001-/);
  });
});

describe("a wrong configuration", () => {
  it("is named whole, three wrong settings at once, and nothing is made", async () => {
    const env = { SLIPWAY_PORT: "eighty", SLIPWAY_LOG_LEVEL: "loud", SLIPWAY_PROT: "8700" };
    const ending = await runPlatform({ data, env });
    expect(ending).toStrictEqual(
      refusal(
        78,
        "CONFIGURATION-WRONG",
        [
          "Expected a configuration that can be read, found 3 wrong settings in the environment:",
          '  SLIPWAY_PORT: expected a port number from 0 to 65535, found "eighty".',
          '  SLIPWAY_LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, found "loud".',
          "  SLIPWAY_PROT: expected the name of a setting, found one that does not exist.",
          "Correct or remove them and start again. The settings are: SLIPWAY_DATA, DATABASE_URL, SLIPWAY_HOST, SLIPWAY_PORT, SLIPWAY_SANDBOX_PORT_A, SLIPWAY_SANDBOX_PORT_B, SLIPWAY_PUBLIC_BASE, SLIPWAY_PUBLIC_BASE_A, SLIPWAY_PUBLIC_BASE_B, SLIPWAY_ALLOW_PRIVATE_ENDPOINTS, SLIPWAY_ROLES, SLIPWAY_STOP_TIMEOUT_MS, SLIPWAY_METRICS_PORT, SLIPWAY_METRICS_HOST, SLIPWAY_LOG, SLIPWAY_LOG_LEVEL, SLIPWAY_SECRET_KEY_FILE, SLIPWAY_SMTP_URL, SLIPWAY_MAIL_FROM, SLIPWAY_SMTP_TIMEOUT_MS, SLIPWAY_PARTNER_TIMEOUT_MS, SLIPWAY_SANDBOXES, SLIPWAY_WEBHOOK_TIMEOUT_MS.",
        ].join("\n"),
      ),
    );
    expect(await snapshot(room)).toStrictEqual([]);
  });
});

/** Asks the database of stopped data. */
async function query(text: string): Promise<unknown> {
  const server = await startEmbeddedPostgres({ folder: join(data, "postgres") });
  const client = new pg.Client(server.connection);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  await server.stop();
  return rows;
}
