import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { ReadableStream } from "node:stream/web";

import { createTarDecoder } from "modern-tar";

import { BackupBrokenProblem, BackupFileProblem } from "./backup.problems.ts";

/** One entry of an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: Buffer;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
}

/** An entry that a backup writes is a few megabytes, or as large as the largest row; what claims to be larger is none of ours. */
const largestEntryBytes = 1_073_741_824;

/** The entries of a tar archive in their order, one in memory at a time. Throws a BackupProblem where there is no such file, or no whole archive. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry, undefined> {
  const entries = entriesOf(file);
  try {
    for (;;) {
      const entry = await entries.next().catch((error: unknown) => {
        throw problemOf(file, error);
      });
      if (entry.done === true) return undefined;
      yield entry.value;
    }
  } finally {
    await entries.return(undefined);
  }
}

async function* entriesOf(file: string): AsyncGenerator<ArchiveEntry, undefined> {
  // Not Readable.toWeb: one that is left in the middle can throw at what arrives after that, where nobody can catch it.
  const bytes = ReadableStream.from<Uint8Array>(createReadStream(file));
  for await (const { header, body } of bytes.pipeThrough(createTarDecoder({ strict: true }))) {
    if (header.size > largestEntryBytes)
      throw new BackupBrokenProblem(`an entry of ${header.size} bytes`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    const digest = createHash("sha256").update(content).digest("hex");
    yield { name: header.name, content, digest };
  }
  return undefined;
}

function problemOf(file: string, error: unknown): unknown {
  if (error instanceof BackupBrokenProblem) return error;
  const isOfSystem =
    error instanceof Error && "code" in error && /^E[A-Z]+$/u.test(String(error.code));
  return isOfSystem
    ? new BackupFileProblem(file, { expected: "a backup", found: error.message }, error)
    : new BackupBrokenProblem(`no whole tar archive (${String(error)})`, error);
}
