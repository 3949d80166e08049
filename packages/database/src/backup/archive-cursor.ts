import { BackupBrokenProblem } from "./backup.problems.ts";
import type { ArchiveEntry } from "./read-archive.ts";

/** Walks through an archive entry by entry, in the order in which they were written. */
export interface ArchiveCursor {
  /** The entry that comes next; undefined at the end. */
  readonly peek: () => Promise<ArchiveEntry | undefined>;
  /** Takes the next entry, which must have this name. */
  readonly take: (name: string) => Promise<ArchiveEntry>;
  /** The contents of the entries whose names begin so, as long as they come. */
  readonly takeAll: (prefix: string) => AsyncGenerator<ArchiveEntry>;
  /** SHA-256 of what was taken so far, by name. */
  readonly digests: () => Readonly<Record<string, string>>;
}

export function openCursor(entries: AsyncIterator<ArchiveEntry>): ArchiveCursor {
  const digests: Record<string, string> = {};
  let ahead: ArchiveEntry | undefined;

  const peek = async (): Promise<ArchiveEntry | undefined> => {
    if (ahead !== undefined) return ahead;
    const next = await entries.next();
    ahead = next.done === true ? undefined : next.value;
    return ahead;
  };
  const takeNext = (entry: ArchiveEntry): ArchiveEntry => {
    digests[entry.name] = entry.digest;
    ahead = undefined;
    return entry;
  };
  return {
    peek,
    take: async (name) => {
      const entry = await peek();
      if (entry?.name === name) return takeNext(entry);
      throw new BackupBrokenProblem(
        `${entry === undefined ? "its end" : `"${entry.name}"`} where "${name}" should be`,
      );
    },
    async *takeAll(prefix) {
      for (;;) {
        const entry = await peek();
        if (entry?.name.startsWith(prefix) !== true) return;
        yield takeNext(entry);
      }
    },
    digests: () => digests,
  };
}
