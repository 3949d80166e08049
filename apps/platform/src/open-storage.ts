import { join } from "node:path";

import {
  checkDataVersion,
  migrate,
  noteDataVersion,
  openDatabase,
  openDataFolder,
  startEmbeddedPostgres,
  type Connection,
  type Database,
} from "@slipway/database";

import type { Configuration } from "./configuration.ts";

/** The data folder and the database of an installation, open and migrated. */
export interface Storage {
  readonly folder: string;
  readonly database: Database;
  readonly migrated: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens what is kept: the folder with its lock, PostgreSQL (embedded or named), and brings its data to this version. */
export async function openStorage(
  configuration: Configuration,
  onError: (error: unknown) => void,
): Promise<Storage> {
  const folder = await openDataFolder(configuration.dataFolder);
  const opened: (() => Promise<void>)[] = [folder.release];
  const close = async (): Promise<void> => {
    for (const end of opened.toReversed()) await end();
  };
  try {
    const isEmbedded = configuration.databaseUrl === undefined;
    if (isEmbedded) await checkDataVersion(folder.path);
    const connection = await connectionOf(configuration, folder.path, opened);
    const migrated = await migrate(connection);
    if (isEmbedded) await noteDataVersion(folder.path);
    const database = openDatabase({ connection, onConnectionError: onError });
    opened.push(database.close);
    return { folder: folder.path, database, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connectionOf(
  { databaseUrl }: Configuration,
  folder: string,
  opened: (() => Promise<void>)[],
): Promise<Connection> {
  if (databaseUrl !== undefined) return { url: databaseUrl };
  const server = await startEmbeddedPostgres({ folder: join(folder, "postgres") });
  opened.push(server.stop);
  return server.connection;
}
