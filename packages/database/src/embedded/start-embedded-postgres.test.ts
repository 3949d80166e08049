import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./start-embedded-postgres.ts";
import { StartingProblem } from "./starting-problem.ts";
import { startHolder } from "./testing/start-holder.ts";

let room = "";
let folder = "";
const toStop: EmbeddedPostgres[] = [];

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), "slipway-test-"));
  // Whoever a test plays must get through.
  await chmod(room, 0o777);
  folder = join(room, "postgres");
});

afterEach(async () => {
  await Promise.all(toStop.splice(0).map((server) => server.stop()));
  await rm(room, { recursive: true, force: true });
});

async function start(at = folder): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder: at });
  toStop.push(server);
  return server;
}

async function query(
  server: Pick<EmbeddedPostgres, "connection">,
  text: string,
): Promise<unknown[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

const keepRow = "create table kept (word text); insert into kept values ('here')";

async function expectRowIn(server: Pick<EmbeddedPostgres, "connection">): Promise<void> {
  expect(await query(server, "select word from kept")).toStrictEqual([{ word: "here" }]);
}

function isAlive(processId: number): boolean {
  try {
    // After the command's name in brackets comes the state; a zombie has ended.
    return !/\) Z /u.test(readFileSync(`/proc/${processId}/stat`, "utf8"));
  } catch {
    return false; // No such process.
  }
}

describe("startEmbeddedPostgres", () => {
  it("makes the data on first use and finds them at the next start", async () => {
    const first = await start();
    await query(first, keepRow);
    await first.stop();
    expect(isAlive(first.processId)).toBe(false);
    const second = await start();
    await expectRowIn(second);
    expect(second.connection).toStrictEqual(first.connection);
  });

  it("commits durably and listens on nothing but its private socket", async () => {
    const server = await start();
    const settings = await query(
      server,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'listen_addresses') order by name",
    );
    expect(settings).toStrictEqual([
      { name: "fsync", setting: "on" },
      { name: "listen_addresses", setting: "" },
      { name: "synchronous_commit", setting: "on" },
    ]);
  });

  it("leaves nothing outside the data folder when it has stopped", async () => {
    const server = await start();
    await server.stop();
    await server.stop();
    expect(existsSync(server.connection.host)).toBe(false);
    expect((await readdir(room)).toSorted()).toStrictEqual(["postgres", "postgres.lock"]);
  });

  it("tells when the server has ended without being asked", async () => {
    const server = await start();
    process.kill(server.processId, "SIGKILL");
    await server.ended;
    expect(isAlive(server.processId)).toBe(false);
  });

  it("refuses a folder in use and leaves its server alone", async () => {
    const first = await start();
    await query(first, keepRow);
    const refusal = await startEmbeddedPostgres({ folder }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartingProblem);
    expect(refusal).toMatchObject({ code: "STARTING-FOLDER-IN-USE", exitCode: 75 });
    await expect(startHolder({ folder })).rejects.toThrow("found it in use by another Slipway");
    await expectRowIn(first);
  });

  it.each([
    ["with spaces and quotes", 'it\'s a "folder" with 100 % odd: names'],
    ["longer than a socket path may be", "long".repeat(50)],
    [
      "longer than PostgreSQL and SQLite take",
      Array.from({ length: 6 }, () => "x".repeat(240)).join("/"),
    ],
  ])("works in a folder %s", async (_, name) => {
    const deep = join(room, name, "postgres");
    const server = await start(deep);
    await query(server, keepRow);
    await server.stop();
    await expectRowIn(await start(deep));
  });
});

describe("after a crash, startEmbeddedPostgres", () => {
  it("finds what was committed before the postmaster was killed", async () => {
    const first = await start();
    await query(first, keepRow);
    process.kill(first.processId, "SIGKILL");
    await first.ended;
    expect(existsSync(join(folder, "postmaster.pid"))).toBe(true);
    await expectRowIn(await start());
  });

  it("finds what was committed before the process that started it was killed", async () => {
    const holder = await startHolder({ folder });
    await query(holder.server, keepRow);
    await holder.kill();
    await expectRowIn(await start());
    expect(isAlive(holder.server.processId)).toBe(false);
  });

  it("finds what was committed before both were killed", async () => {
    const holder = await startHolder({ folder });
    await query(holder.server, keepRow);
    process.kill(holder.server.processId, "SIGKILL");
    await holder.kill();
    await expectRowIn(await start());
  });

  it("leaves no server behind when the process that started it was killed", async () => {
    const holder = await startHolder({ folder });
    await holder.kill();
    while (isAlive(holder.server.processId)) await sleep(20);
    expect(existsSync(join(folder, "postmaster.pid"))).toBe(false);
  });

  it("stops a server that outlived its parent, where setpriv is missing", async () => {
    const tools = await pathWithout("setpriv");
    const holder = await startHolder({ folder, env: { ...process.env, PATH: tools } });
    await query(holder.server, keepRow);
    await holder.kill();
    expect(isAlive(holder.server.processId)).toBe(true);
    await expectRowIn(await start());
    expect(isAlive(holder.server.processId)).toBe(false);
  });

  it("takes over a lock whose process number now belongs to a stranger", async () => {
    const first = await start();
    await query(first, keepRow);
    process.kill(first.processId, "SIGKILL");
    await first.ended;
    const stranger = spawn("sleep", ["60"], { stdio: "ignore" });
    const lockFile = join(folder, "postmaster.pid");
    const lock = await readFile(lockFile, "utf8");
    await writeFile(lockFile, lock.replace(/^\d+/, String(stranger.pid)));
    await expectRowIn(await start());
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    stranger.kill();
    await once(stranger, "exit");
  });

  it("makes the data anew when their making was cut short", async () => {
    await mkdir(`${folder}.new`);
    await writeFile(join(`${folder}.new`, "PG_VERSION"), "18\n");
    await query(await start(), keepRow);
    expect(existsSync(`${folder}.new`)).toBe(false);
  });

  /** A folder with the tools that the supervisor knows, but one. */
  async function pathWithout(missing: string): Promise<string> {
    const tools = join(room, "tools");
    await mkdir(tools);
    const wanted = ["setpriv", "true", "unshare"].filter((tool) => tool !== missing);
    await Promise.all(wanted.map((tool) => symlink(join("/usr/bin", tool), join(tools, tool))));
    return tools;
  }
});

describe("whoever starts it, startEmbeddedPostgres", () => {
  // Each plays another user of this machine in a namespace; where namespaces are refused, only the first can be played.
  const users: readonly (readonly [string, readonly string[]])[] = [
    ["as this user", []],
    ["as root", ["unshare", "--user", "--map-root-user", "--"]],
    ["as an ordinary user", ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"]],
    [
      "as a user that is a mere number",
      ["unshare", "--user", "--map-user=4321", "--map-group=4321", "--"],
    ],
  ];
  const playable = users.filter(([, [command, ...args]]) => {
    return command === undefined || spawnSync(command, [...args, "true"]).status === 0;
  });

  it.each(playable)("works %s", async (_, prefix) => {
    const first = await startHolder({ folder, prefix });
    await query(first.server, keepRow);
    await first.stop();
    const second = await startHolder({ folder, prefix });
    await expectRowIn(second.server);
    await second.stop();
    expect(isAlive(second.server.processId)).toBe(false);
  });
});

describe("data of another PostgreSQL", () => {
  const versions = [
    { kind: "newer", version: "19", code: "STARTING-DATA-TOO-NEW" },
    { kind: "older", version: "17", code: "STARTING-DATA-TOO-OLD" },
  ];

  it.each(versions)(
    "are refused and left as they are when $kind",
    async ({ kind, version, code }) => {
      await mkdir(folder);
      await writeFile(join(folder, "PG_VERSION"), `${version}\n`);
      const refusal = await startEmbeddedPostgres({ folder }).catch((error: unknown) => error);
      expect(refusal).toMatchObject({
        code,
        exitCode: 65,
        message: `Expected data of PostgreSQL 18 in ${folder}, found data of PostgreSQL ${version}. Start the ${kind} Slipway that wrote it, or name another folder in SLIPWAY_DATA. Nothing was changed.`,
      });
      expect(await readdir(folder)).toStrictEqual(["PG_VERSION"]);
    },
  );
});
