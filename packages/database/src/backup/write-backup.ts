import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

import { clientOptions, type Connection } from "../connection.ts";
import {
  backupFormat,
  copied,
  entryNames,
  listTables,
  readSequences,
  type BackupHead,
  type BackupTable,
} from "./backup-contents.ts";
import { writeArchive, type ArchiveWriter } from "./write-archive.ts";

export interface BackupOptions {
  readonly connection: Connection;
  /** Must not be there yet. */
  readonly file: string;
  /** The version of Slipway that writes it. */
  readonly writtenBy: string;
  readonly at: Date;
  /** Files from outside the database, by the name that they get. */
  readonly keys: Readonly<Record<string, Uint8Array>>;
  readonly keyFingerprint: string | undefined;
}

/** What a backup holds. */
export interface BackupSummary {
  readonly rows: Readonly<Record<string, number>>;
  readonly migrations: readonly string[];
}

/** What of a table goes into one entry: a tar entry says its length before its content, so that much is held in memory. */
const partBytes = 4 * 1_048_576;

/**
 * Writes every row of a database into one archive, while others go on reading and writing: all of it is read in one transaction
 * that sees one moment. Throws a BackupProblem where the file cannot be had, and leaves none then.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const client = new pg.Client(clientOptions(options.connection));
  // The statement under which it breaks fails and says so.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const head = await headOf(client, options);
    const rows: Record<string, number> = {};
    await writeArchive(options.file, options.at, async (archive) => {
      await archive.add(entryNames.head, json(head));
      for (const table of head.tables) rows[table.name] = await addTable(client, table, archive);
      await archive.add(entryNames.sequences, json(await readSequences(client)));
      for (const [name, content] of Object.entries(options.keys))
        await archive.add(entryNames.key(name), content);
      await archive.add(entryNames.checksums, json({ entries: archive.digests(), rows }));
    });
    return { rows, migrations: head.migrations };
  } finally {
    await client.end();
  }
}

async function headOf(
  client: pg.Client,
  { writtenBy, at, keyFingerprint }: BackupOptions,
): Promise<BackupHead> {
  const { rows } = await client.query<{ readonly name: string }>(
    "select name from kysely_migration order by name",
  );
  return {
    format: backupFormat,
    writtenBy,
    writtenAt: at.toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: await listTables(client),
    ...(keyFingerprint === undefined ? {} : { keyFingerprint }),
  };
}

/** Resolves to the number of rows. */
async function addTable(
  client: pg.Client,
  table: BackupTable,
  archive: ArchiveWriter,
): Promise<number> {
  const rows = client.query(copyTo(`copy ${copied(table)} to stdout`));
  let held: Buffer[] = [];
  let heldBytes = 0;
  let part = 0;
  const flush = async (): Promise<void> => {
    if (heldBytes === 0) return;
    part += 1;
    await archive.add(entryNames.tablePart(table.name, part), Buffer.concat(held));
    held = [];
    heldBytes = 0;
  };
  for await (const chunk of rows) {
    // COPY gives bytes.
    const bytes = chunk as Buffer;
    held.push(bytes);
    heldBytes += bytes.length;
    if (heldBytes >= partBytes) await flush();
  }
  await flush();
  return rows.rowCount;
}

function json(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}
