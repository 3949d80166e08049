import { randomBytes } from "node:crypto";

import pg from "pg";

import { clientOptions, type Connection } from "../connection.ts";
import { openDatabase, type Database, type DatabaseOptions } from "../database.ts";
import { templateDatabase, testServerVariable } from "./test-server.ts";

type SocketConnection = Extract<Connection, { host: string }>;

/**
 * A database of its own for one test file: a clone of the migrated template on the run's shared server (about 50 ms). Its
 * `close` drops it. The server is started by `test-server.setup.ts`.
 */
export async function createTestDatabase(
  options: Omit<DatabaseOptions, "connection"> = {},
): Promise<Database> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(
    server,
    `create database ${name} template ${templateDatabase} strategy file_copy`,
  );
  const database = openDatabase({
    poolSize: 6,
    ...options,
    connection: { ...server, database: name },
  });
  return {
    ...database,
    close: async () => {
      await database.close();
      await administer(server, `drop database ${name} with (force)`);
    },
  };
}

/** The connection of the run's shared server; fails where the test project has no set-up. */
export function testServer(): SocketConnection {
  const given = process.env[testServerVariable];
  if (given === undefined)
    throw new Error(`Expected ${testServerVariable} from the test set-up, found nothing`);
  // The set-up printed it from a connection over a socket.
  return JSON.parse(given) as SocketConnection;
}

async function administer(server: SocketConnection, statement: string): Promise<void> {
  const client = new pg.Client(clientOptions({ ...server, database: "postgres" }));
  await client.connect();
  try {
    // Cloning takes an exclusive look at the template; side-by-side clones wait for each other.
    await client.query(`select pg_advisory_lock(815)`);
    await client.query(statement);
  } finally {
    await client.end();
  }
}
