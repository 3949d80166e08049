import { createHash } from "node:crypto";
import { link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";

import { createTarPacker, type TarPackController } from "modern-tar";

import { BackupFileProblem } from "./backup.problems.ts";

/** An archive that is being written. */
export interface ArchiveWriter {
  readonly add: (name: string, content: Uint8Array) => Promise<void>;
  /** SHA-256 of what was added so far, by name. */
  readonly digests: () => Readonly<Record<string, string>>;
}

/**
 * Writes a tar archive (mode 0600) entry by entry. It gets its name when it is whole and on disk, and is never written over a file
 * that is there; of one that failed nothing stays.
 */
export async function writeArchive(
  file: string,
  at: Date,
  write: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  await refuseExisting(file);
  const handle = await open(part, "wx", 0o600).catch((error: unknown) => {
    throw new BackupFileProblem(
      file,
      { expected: "a place to write", found: String(error) },
      error,
    );
  });
  try {
    const { readable, controller } = createTarPacker();
    await Promise.all([fill(controller, at, write), handle.writeFile(readable)]);
    await handle.sync();
    await handle.close();
    // A link is made whole or not at all, and never over an existing file.
    await link(part, file);
    await rm(part);
    await syncFolder(dirname(file));
  } catch (error) {
    await handle.close().catch(() => undefined); // Closed already, maybe.
    await rm(part, { force: true });
    throw error;
  }
}

async function fill(
  archive: TarPackController,
  mtime: Date,
  write: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const digests: Record<string, string> = {};
  try {
    await write({
      add: async (name, content) => {
        digests[name] = createHash("sha256").update(content).digest("hex");
        const header = { name, size: content.length, mode: 0o600, mtime, type: "file" } as const;
        const entry = archive.add(header).getWriter();
        await entry.write(content);
        await entry.close();
      },
      digests: () => digests,
    });
    archive.finalize();
  } catch (error) {
    archive.error(error);
    throw error;
  }
}

async function refuseExisting(file: string): Promise<void> {
  const existing = await open(file, "r").catch(() => undefined); // Missing, as it should be.
  await existing?.close();
  if (existing !== undefined)
    throw new BackupFileProblem(file, { expected: "no file", found: "one" });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
