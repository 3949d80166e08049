import { join } from "node:path";

import {
  checkDataVersion,
  migrate,
  NewerDataProblem,
  noteDataVersion,
  openDatabase,
  openDataFolder,
  startEmbeddedPostgres,
  StartingProblem,
  type Connection,
  type Database,
} from "@slipway/database";

import type { Configuration } from "./configuration.ts";
import { endAll } from "./end-all.ts";

/** The data folder and the database of an installation, open and migrated. */
export interface Storage {
  readonly folder: string;
  readonly database: Database;
  readonly migrated: readonly string[];
  /** Resolves when the embedded server has ended; never for a server of the operator's own, which may come back. */
  readonly databaseEnded: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens what is kept: the folder with its lock, PostgreSQL (embedded or named), and brings its data to this version. */
export async function openStorage(
  configuration: Configuration,
  onError: (error: unknown) => void,
): Promise<Storage> {
  const folder = await openDataFolder(configuration.dataFolder);
  const opened = [folder.release];
  const close = async (): Promise<void> => endAll(opened, onError);
  try {
    const server =
      configuration.databaseUrl === undefined
        ? await openEmbedded(folder.path, opened)
        : await openNamed(configuration.databaseUrl);
    const database = openDatabase({ connection: server.connection, onConnectionError: onError });
    opened.push(database.close);
    const { migrated, databaseEnded } = server;
    return { folder: folder.path, database, migrated, databaseEnded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface MigratedServer {
  readonly connection: Connection;
  readonly migrated: readonly string[];
  readonly databaseEnded: Promise<void>;
}

async function openEmbedded(
  folder: string,
  opened: (() => Promise<void>)[],
): Promise<MigratedServer> {
  await checkDataVersion(folder);
  const { connection, ended, stop } = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
  });
  opened.push(stop);
  const migrated = await migrate(connection);
  await noteDataVersion(folder);
  return { connection, migrated, databaseEnded: ended };
}

async function openNamed(url: string): Promise<MigratedServer> {
  const connection = { url };
  try {
    const migrated = await migrate(connection);
    return { connection, migrated, databaseEnded: new Promise(() => undefined) };
  } catch (error) {
    // What has a code comes from the server or the way to it; anything else is a bug.
    if (error instanceof NewerDataProblem || !(error instanceof Error) || !("code" in error))
      throw error;
    throw new StartingProblem({
      code: "STARTING-DATABASE-FAILED",
      message: `Expected to use the PostgreSQL server that DATABASE_URL names, found: ${reasonOf(error)}. See that it runs, that the address is right, and that its user may create tables and use the role slipway_tenant.`,
      cause: error,
    });
  }
}

function reasonOf(error: Error): string {
  // A name with several addresses fails with one error for each, and no message of its own.
  const several: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return several[0] instanceof Error ? several[0].message : error.message;
}
