import { join } from "node:path";

import {
  checkDataVersion,
  findEmbeddedPostgres,
  noteDataVersion,
  openDataFolder,
  startEmbeddedPostgres,
  StartingProblem,
  type Connection,
} from "@slipway/database";

import type { Configuration } from "../configuration.ts";
import { endAll } from "../end-all.ts";
import type { PlatformLog } from "../platform-log.ts";

/** The database of an installation, for as long as `work` needs it: the one that runs, or else one that is started for it. */
export async function withDatabase<Result>(
  { databaseUrl, dataFolder }: Configuration,
  log: PlatformLog,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl !== undefined) return work({ url: databaseUrl });
  const running = await findRunning(dataFolder);
  return running === undefined ? withOwnServer(dataFolder, log, work) : work(running);
}

/** The same for a database that nobody else may use meanwhile; of an embedded one the folder is left as one of this version. */
export async function withOwnDatabase<Result>(
  { databaseUrl, dataFolder }: Configuration,
  log: PlatformLog,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl !== undefined) return work({ url: databaseUrl });
  return withOwnServer(dataFolder, log, async (connection, folder) => {
    const result = await work(connection);
    await noteDataVersion(folder);
    return result;
  });
}

async function withOwnServer<Result>(
  dataFolder: string,
  log: PlatformLog,
  work: (connection: Connection, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await openDataFolder(dataFolder);
  const opened = [folder.release];
  try {
    await checkDataVersion(folder.path);
    const server = await startEmbeddedPostgres({ folder: join(folder.path, "postgres") });
    opened.push(server.stop);
    return await work(server.connection, folder.path);
  } finally {
    await endAll(opened, (error) => {
      log.trouble("stopping", error);
    });
  }
}

/** A platform that serves holds its folder's lock, and has a server that says where it is. */
async function findRunning(dataFolder: string): Promise<Connection | undefined> {
  try {
    const folder = await openDataFolder(dataFolder);
    await folder.release();
    return undefined;
  } catch (error) {
    const isInUse = error instanceof StartingProblem && error.code === "STARTING-FOLDER-IN-USE";
    const connection = await findEmbeddedPostgres(join(dataFolder, "postgres"));
    if (!isInUse || connection === undefined) throw error;
    return connection;
  }
}
