import { pipeline } from "node:stream/promises";

import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

import type { ArchiveCursor } from "./archive-cursor.ts";
import { BackupBrokenProblem } from "./backup.problems.ts";
import {
  copied,
  listTables,
  type BackupHead,
  type BackupTable,
  type SequenceValues,
} from "./backup-contents.ts";

/** Fills the tables that the archive's migrations have made; resolves to the number of rows by table. */
export async function loadTables(
  client: pg.Client,
  { tables }: BackupHead,
  cursor: ArchiveCursor,
): Promise<Readonly<Record<string, number>>> {
  await refuseOtherTables(client, tables);
  const rows: Record<string, number> = {};
  // The rows that triggers would add or keep out are in the archive, or were kept out when they were new.
  for (const table of tables) await switchTriggers(client, table, "disable");
  for (const table of tables.toReversed()) await clear(client, table);
  for (const table of tables) rows[table.name] = await loadTable(client, table, cursor);
  for (const table of tables) await switchTriggers(client, table, "enable");
  return rows;
}

/** Has each sequence go on behind the last value that it gave. */
export async function loadSequences(client: pg.Client, values: SequenceValues): Promise<void> {
  for (const [name, last] of Object.entries(values)) {
    if (last === null) continue;
    await client.query("select setval($1::regclass, $2::bigint)", [
      pg.escapeIdentifier(name),
      last,
    ]);
  }
}

async function refuseOtherTables(client: pg.Client, tables: readonly BackupTable[]): Promise<void> {
  const made = shapesOf(await listTables(client));
  const told = shapesOf(tables);
  const differing = [
    ...told.filter((one) => !made.includes(one)),
    ...made.filter((one) => !told.includes(one)),
  ];
  if (differing.length > 0)
    throw new BackupBrokenProblem(`other tables than its migrations make: ${differing.join(", ")}`);
}

function shapesOf(tables: readonly BackupTable[]): readonly string[] {
  return tables.map(({ name, columns }) => `${name}(${columns.toSorted().join()})`).toSorted();
}

async function switchTriggers(
  client: pg.Client,
  { name }: BackupTable,
  how: "disable" | "enable",
): Promise<void> {
  await client.query(`alter table ${pg.escapeIdentifier(name)} ${how} trigger user`);
}

/** Migrations put some rows in their tables; the archive has them as they became. */
async function clear(client: pg.Client, { name }: BackupTable): Promise<void> {
  await client.query(`delete from ${pg.escapeIdentifier(name)}`);
}

async function loadTable(
  client: pg.Client,
  table: BackupTable,
  cursor: ArchiveCursor,
): Promise<number> {
  const parts = cursor.takeAll(`tables/${table.name}/`);
  const contents = async function* (): AsyncGenerator<Buffer> {
    for await (const { content } of parts) yield content;
  };
  const rows = client.query(copyFrom(`copy ${copied(table)} from stdin`));
  try {
    await pipeline(contents, rows);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !/^2[23]/u.test(error.code ?? "")) throw error;
    // What PostgreSQL says of it quotes the row.
    throw new BackupBrokenProblem(
      `rows that table ${table.name} does not take (SQLSTATE ${error.code})`,
      error,
    );
  }
  return rows.rowCount;
}
