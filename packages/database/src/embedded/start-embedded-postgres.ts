import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { folderFault, folderInUse, folderOfAnotherUser } from "./folder.problems.ts";
import { embeddedDatabase, embeddedUser, initialiseCluster } from "./initialise-cluster.ts";
import { takeKernelLock } from "./kernel-lock.ts";
import { choosePostgresAccount, type PostgresAccount } from "./postgres-account.ts";
import { locatePostgres } from "./postgres-binaries.ts";
import { startPostmaster } from "./postmaster.ts";
import { settlePreviousPostmaster } from "./settle-previous-postmaster.ts";
import { makeRunFolder } from "./run-folder.ts";

export interface EmbeddedPostgresOptions {
  /** Absolute path of the data folder of PostgreSQL; made if missing. Its neighbours `<folder>.lock` and `<folder>.new` are ours. */
  readonly folder: string;
  /** Receives what PostgreSQL prints, line by line. Default: dropped. */
  readonly log?: (line: string) => void;
  /** Names the socket; nothing listens on the network. Default 5432. */
  readonly port?: number;
}

/** A PostgreSQL server that runs as a child of this process. */
export interface EmbeddedPostgres {
  /** `host` is the folder of the socket. The user is a superuser and needs no password. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  readonly processId: number;
  /** Resolves when the server has ended, whether asked to or not. */
  readonly ended: Promise<void>;
  /** Ends all connections and the server, and resolves when it is gone. May be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, which it makes first if it is missing, and resolves when connections are accepted.
 * What an earlier start left behind (a lock, a server that outlived its parent) is settled first. The server ends when this
 * process does, even by SIGKILL. Throws a StartingProblem that says what to do, and then leaves no process.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    const lock = takeKernelLock(`${folder}.lock`);
    if (lock === undefined) throw folderInUse(folder, undefined);
    return await startLocked({ ...options, folder, unlock: lock.release }).catch(
      (error: unknown) => {
        lock.release();
        throw error;
      },
    );
  } catch (error) {
    throw folderFault(folder, error);
  }
}

async function startLocked(
  options: EmbeddedPostgresOptions & { readonly unlock: () => void },
): Promise<EmbeddedPostgres> {
  const { folder, port = 5432, log = () => undefined, unlock } = options;
  const { initdb, postgres, libraryLinks } = locatePostgres();
  const account = choosePostgresAccount();
  await settle(folder, account, log);
  const run = await makeRunFolder({ folder, port, account, libraryLinks });
  try {
    await initialiseCluster({ folder, initdb, account, run });
    const postmaster = await startPostmaster({ postgres, folder, port, account, run, log });
    const ended = postmaster.ended.then(run.remove).then(unlock);
    const connection = { host: run.path, port, user: embeddedUser, database: embeddedDatabase };
    return {
      connection,
      processId: postmaster.processId,
      ended,
      stop: async () => {
        await postmaster.stop();
        await ended;
      },
    };
  } catch (error) {
    await run.remove();
    throw error;
  }
}

async function settle(
  folder: string,
  account: PostgresAccount,
  log: (line: string) => void,
): Promise<void> {
  const found = await stat(folder).catch(() => undefined); // Missing before the first start.
  if (found === undefined) return;
  if (found.uid !== account.ownerId) throw folderOfAnotherUser(folder, found.uid, account.ownerId);
  await settlePreviousPostmaster(folder, log);
}
