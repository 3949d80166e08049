import pg from "pg";

/** A table as a backup holds it. */
export interface BackupTable {
  readonly name: string;
  /** Those that are stored; what the database computes by itself is computed again. */
  readonly columns: readonly string[];
}

/** What the head of an archive says of all that follows. */
export interface BackupHead {
  readonly format: typeof backupFormat;
  /** The version of Slipway that wrote it. */
  readonly writtenBy: string;
  /** ISO 8601, on the machine's clock. */
  readonly writtenAt: string;
  /** Names of the migrations that the data have been through. */
  readonly migrations: readonly string[];
  /** In an order in which each stands behind those that it refers to. */
  readonly tables: readonly BackupTable[];
  /** By which the key of the partners' credentials can be told from others; missing where none was made yet. */
  readonly keyFingerprint?: string;
}

/** The form of the archive itself; another one gets another number. */
export const backupFormat = 1;

/** Names of the archive's entries. */
export const entryNames = {
  head: "backup.json",
  sequences: "sequences.json",
  checksums: "checksums.json",
  tablePart: (table: string, part: number) => `tables/${table}/${String(part).padStart(6, "0")}`,
  key: (name: string) => `keys/${name}`,
} as const;

/** The last value that a sequence gave; null if it gave none. */
export type SequenceValues = Readonly<Record<string, string | null>>;

/** The end of an archive: without it the archive was cut short. */
export interface BackupChecksums {
  /** SHA-256 of each entry before this one, in hexadecimal. */
  readonly entries: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, number>>;
}

/** What belongs to processes that live, and to nobody afterwards. */
const leftOut = ["clock_listener"];

/** The tables of the schema that is searched first, each behind those that it refers to. */
export async function listTables(client: pg.ClientBase): Promise<readonly BackupTable[]> {
  const { rows: tables } = await client.query<BackupTable>(
    `select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and attnum > 0 and not attisdropped and attgenerated = '' and relname <> all ($1)
    group by relname order by relname`,
    [leftOut],
  );
  const { rows: links } = await client.query<{ readonly name: string; readonly needs: string }>(
    `select link.relname as name, needed.relname as needs
    from pg_constraint join pg_class link on link.oid = conrelid join pg_class needed on needed.oid = confrelid
    where contype = 'f' and conrelid <> confrelid and connamespace = current_schema()::regnamespace`,
  );
  return inOrder(
    tables,
    Map.groupBy(links, ({ name }) => name),
  );
}

type Links = ReadonlyMap<string, readonly { readonly needs: string }[]>;

function inOrder(tables: readonly BackupTable[], links: Links): readonly BackupTable[] {
  const placed = new Set<string>();
  const ordered: BackupTable[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name }) =>
        !placed.has(name) && (links.get(name) ?? []).every(({ needs }) => placed.has(needs)),
    );
    if (next.length === 0)
      throw new Error("Expected tables that refer to each other in one direction, found a circle");
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered;
}

/** Every sequence with its last value. A sequence goes on outside of transactions: read it after the rows that have its numbers. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceValues> {
  const { rows } = await client.query<{ readonly name: string; readonly last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = current_schema() order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** `"name" ("column", …)`, as a COPY wants it. */
export function copied({ name, columns }: BackupTable): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;
}
