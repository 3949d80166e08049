import { link, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";

import { VaultKeyUnusableProblem } from "./connection.problems.ts";
import {
  hasCode,
  readVaultKey,
  vaultKeyBytes,
  vaultKeyOf,
  type VaultKey,
} from "./read-vault-key.ts";

export interface VaultKeyFileOptions {
  /** Absolute path, outside the database and its backups. */
  readonly keyFile: string;
  readonly randomBytes: (byteCount: number) => Uint8Array;
}

/** Makes the key file (mode 0600) where there is none, and gives back the key that is in it then: two processes that make it at once share one. */
export async function makeVaultKey(options: VaultKeyFileOptions): Promise<VaultKey> {
  const { keyFile, randomBytes } = options;
  const bytes = randomBytes(vaultKeyBytes);
  const draft = `${keyFile}.${Buffer.from(randomBytes(6)).toString("hex")}`;
  try {
    await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
    await writeDurably(draft, bytes);
    // A link is made whole or not at all, and never over an existing file.
    await link(draft, keyFile).catch((error: unknown) => {
      if (!hasCode(error, "EEXIST")) throw error;
    });
  } catch (error) {
    throw new VaultKeyUnusableProblem(keyFile, "that it cannot be written", error);
  } finally {
    await rm(draft, { force: true });
  }
  return (await readVaultKey(keyFile)) ?? vaultKeyOf(keyFile, bytes);
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
