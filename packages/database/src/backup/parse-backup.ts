import { BackupBrokenProblem } from "./backup.problems.ts";
import {
  backupFormat,
  type BackupChecksums,
  type BackupHead,
  type BackupTable,
  type SequenceValues,
} from "./backup-contents.ts";
import type { ArchiveEntry } from "./read-archive.ts";

/** Reads the head of an archive. */
export function parseHead(entry: ArchiveEntry): BackupHead {
  const head = parseObject(entry);
  if (head["format"] !== backupFormat)
    throw new BackupBrokenProblem(
      `form ${JSON.stringify(head["format"])} of a backup, of which this version reads ${backupFormat}`,
    );
  const { writtenBy, writtenAt, migrations, tables, keyFingerprint } = head;
  const isHead =
    typeof writtenBy === "string" &&
    typeof writtenAt === "string" &&
    isNames(migrations) &&
    Array.isArray(tables) &&
    tables.every(isTable);
  if (!isHead) throw new BackupBrokenProblem(`a head that lacks something`);
  return {
    format: backupFormat,
    writtenBy,
    writtenAt,
    migrations,
    tables,
    ...(typeof keyFingerprint === "string" ? { keyFingerprint } : {}),
  };
}

export function parseSequences(entry: ArchiveEntry): SequenceValues {
  const values = Object.entries(parseObject(entry)).map(([name, value]) => {
    if (value === null || (typeof value === "string" && /^\d+$/u.test(value))) return [name, value];
    throw new BackupBrokenProblem(`a value of the sequence ${name} that is no number`);
  });
  // Each value was looked at above.
  return Object.fromEntries(values) as SequenceValues;
}

export function parseChecksums(entry: ArchiveEntry): BackupChecksums {
  const { entries, rows } = parseObject(entry);
  if (!isObject(entries) || !isObject(rows))
    throw new BackupBrokenProblem("checksums that lack something");
  // They are only compared with our own, whatever they hold.
  return { entries, rows } as unknown as BackupChecksums;
}

function parseObject({ name, content }: ArchiveEntry): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content.toString("utf8"));
    if (isObject(value)) return value;
  } catch {
    // Told below, like any other value that is no object.
  }
  throw new BackupBrokenProblem(`"${name}" that cannot be read`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isTable(value: unknown): value is BackupTable {
  return isObject(value) && typeof value["name"] === "string" && isNames(value["columns"]);
}
