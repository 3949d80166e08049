import { createHash } from "node:crypto";
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

import { VaultKeyUnusableProblem } from "./connection.problems.ts";

/** The key of the vault, and a fingerprint by which its ciphertexts name it. */
export interface VaultKey {
  readonly bytes: Uint8Array;
  /** 8 bytes of the key's SHA-256. */
  readonly fingerprint: Uint8Array;
}

export interface VaultKeyFileOptions {
  /** Absolute path, outside the database and its backups. */
  readonly keyFile: string;
  readonly randomBytes: (byteCount: number) => Uint8Array;
}

const keyBytes = 32;
const fingerprintBytes = 8;

/** The key in the file; undefined when there is no such file. Throws `VAULT-KEY-UNUSABLE` on wrong rights or contents. */
export async function readVaultKey(keyFile: string): Promise<VaultKey | undefined> {
  try {
    const { mode } = await stat(keyFile);
    if ((mode & 0o077) !== 0)
      throw new VaultKeyUnusableProblem(
        keyFile,
        `mode ${(mode & 0o777).toString(8).padStart(4, "0")}. Others may have read the key: run chmod 0600 on the file, and replace the partners' credentials if that matters`,
      );
    return keyOf(keyFile, await readFile(keyFile));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    if (error instanceof VaultKeyUnusableProblem) throw error;
    throw new VaultKeyUnusableProblem(keyFile, "that it cannot be read", error);
  }
}

/** Makes the key file (mode 0600) where there is none, and gives back the key that is in it then: two processes that make it at once share one. */
export async function makeVaultKey(options: VaultKeyFileOptions): Promise<VaultKey> {
  const { keyFile, randomBytes } = options;
  const bytes = randomBytes(keyBytes);
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
  return (await readVaultKey(keyFile)) ?? keyOf(keyFile, bytes);
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

function keyOf(keyFile: string, bytes: Uint8Array): VaultKey {
  if (bytes.length !== keyBytes)
    throw new VaultKeyUnusableProblem(
      keyFile,
      `${bytes.length} bytes. Put the file back from a backup, or remove it and enter the credentials of every partner connection again`,
    );
  const fingerprint = createHash("sha256").update(bytes).digest().subarray(0, fingerprintBytes);
  return { bytes, fingerprint };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
