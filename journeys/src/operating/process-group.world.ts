import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Two processes that answer and two that work, on one database. */
export interface ProcessGroup {
  /** Of each process that answers. */
  readonly clients: readonly [PlatformClient, PlatformClient];
  readonly workers: readonly [ChildProcess, ChildProcess];
  readonly database: Database;
  readonly close: () => Promise<void>;
}

export async function startProcessGroup(): Promise<ProcessGroup> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "slipway-group-"));
  const ports = await freePorts(6);
  const base = (index: number): string => `http://127.0.0.1:${ports[index]}`;
  const common = {
    DATABASE_URL: addressOf(database),
    SLIPWAY_SECRET_KEY_FILE: join(folder, "secret.key"),
    SLIPWAY_PARTNER_TIMEOUT_MS: "5000",
    // All say the same: as they would behind one name.
    SLIPWAY_PUBLIC_BASE_A: base(1),
    SLIPWAY_PUBLIC_BASE_B: base(2),
  };
  const children: ChildProcess[] = [];
  const start = async (
    name: string,
    env: Readonly<Record<string, string>>,
  ): Promise<ChildProcess> => {
    const child = startProcess({ ...common, ...env, SLIPWAY_DATA: join(folder, name) });
    children.push(child);
    await isReady(child);
    return child;
  };
  const api = async (name: string, first: number): Promise<PlatformClient> => {
    const [platform = 0, a = 0, b = 0] = ports.slice(first);
    await start(name, {
      SLIPWAY_ROLES: "api",
      SLIPWAY_PORT: String(platform),
      SLIPWAY_SANDBOX_PORT_A: String(a),
      SLIPWAY_SANDBOX_PORT_B: String(b),
    });
    const token = (await readFile(join(folder, name, "admin-token"), "utf8")).trim();
    return createPlatformClient({ baseUrl: base(first), token });
  };
  const close = async (): Promise<void> => {
    await Promise.all(children.map(end));
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const clients = [await api("api-1", 0), await api("api-2", 3)] as const;
    const worker = { SLIPWAY_ROLES: "worker" };
    const workers = [await start("worker-1", worker), await start("worker-2", worker)] as const;
    return { clients, workers, database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks a process to end, and waits until it has. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

function startProcess(env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(
    process.execPath,
    ["--conditions=@slipway/source", "apps/platform/src/main.ts"],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.removeListener("exit", kill));
  return child;
}

async function isReady(child: ChildProcess): Promise<void> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("Expected a process with pipes");
  let printed = "";
  stderr.on("data", (text: Buffer) => (printed += text.toString()));
  stdout.on("data", (text: Buffer) => (printed += text.toString()));
  while (!printed.includes("Slipway is ready.")) {
    if (child.exitCode !== null)
      throw new Error(`Expected a process that starts, found: ${printed}`);
    await Promise.race([once(stdout, "data"), once(stderr, "data"), once(stdout, "end")]);
    if (stdout.readableEnded && !printed.includes("Slipway is ready."))
      throw new Error(`Expected a process that starts, found: ${printed}`);
  }
}

/** The test server listens on a socket alone, which an address names in its query. */
function addressOf({ connection }: Database): string {
  if ("url" in connection) throw new Error("Expected the test server on a socket");
  const { host, port, user, database } = connection;
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map(async (server) => once(server, "listening")));
  // A listening server of this kind has an address with a port.
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return ports;
}
