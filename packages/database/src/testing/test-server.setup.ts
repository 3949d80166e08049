import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

import { clientOptions } from "../connection.ts";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../embedded/start-embedded-postgres.ts";
import { migrate } from "../migrate.ts";
import { templateDatabase, testServerVariable } from "./test-server.ts";

interface SharedServer {
  readonly server: EmbeddedPostgres;
  readonly folder: string;
}

// Each project loads this module anew, but all their set-ups run in the runner's one process: what they share hangs there.
const room = globalThis as {
  slipwayTestServer?: { users: number; started: Promise<SharedServer> };
};

/** The runner's global set-up: one embedded PostgreSQL for the whole run, started by the first project. */
export async function setup(): Promise<void> {
  room.slipwayTestServer ??= { users: 0, started: start() };
  room.slipwayTestServer.users += 1;
  await room.slipwayTestServer.started;
}

/** Ends the server after the last project. */
export async function teardown(): Promise<void> {
  const held = room.slipwayTestServer;
  if (held === undefined) return;
  held.users -= 1;
  if (held.users > 0) return;
  const { server, folder } = await held.started;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function start(): Promise<SharedServer> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-test-"));
  const server = await startEmbeddedPostgres({ folder: join(folder, "postgres") });
  const client = new pg.Client(clientOptions({ ...server.connection, database: "postgres" }));
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  await migrate({ ...server.connection, database: templateDatabase });
  process.env[testServerVariable] = JSON.stringify(server.connection);
  return { server, folder };
}
