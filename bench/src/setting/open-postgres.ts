import pg from "pg";

import { startEmbeddedPostgres, type EmbeddedPostgres } from "@slipway/database";

/** The embedded PostgreSQL with the databases asked for. */
export interface Postgres<Name extends string = "platform" | "bare"> {
  readonly processId: number;
  readonly version: string;
  /** `postgres://…` of one of them, over the private socket. */
  readonly urlOf: (database: Name) => string;
  readonly stop: () => Promise<void>;
}

export async function openPostgres<Name extends string>(
  folder: string,
  databases: readonly Name[],
): Promise<Postgres<Name>> {
  // The moment of an event's commit is PostgreSQL's to tell; it keeps it only if this is on when it starts.
  const first = await startEmbeddedPostgres({ folder });
  await onServer(first, async (client) => {
    await client.query("alter system set track_commit_timestamp = on");
    for (const name of databases) await client.query(`create database "${name}"`);
  });
  await first.stop();
  const server = await startEmbeddedPostgres({ folder });
  const version = await onServer(server, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  });
  const { host, port, user } = server.connection;
  return {
    processId: server.processId,
    version,
    urlOf: (database) =>
      `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    stop: server.stop,
  };
}

async function onServer<Result>(
  { connection }: EmbeddedPostgres,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
