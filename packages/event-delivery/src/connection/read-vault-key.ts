import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";

import { VaultKeyUnusableProblem } from "./connection.problems.ts";

/** The key of the vault, and a fingerprint by which its ciphertexts name it. */
export interface VaultKey {
  readonly bytes: Uint8Array;
  /** 8 bytes of the key's SHA-256. */
  readonly fingerprint: Uint8Array;
}

/** The length of a key. */
export const vaultKeyBytes = 32;
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
    return vaultKeyOf(keyFile, await readFile(keyFile));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    if (error instanceof VaultKeyUnusableProblem) throw error;
    throw new VaultKeyUnusableProblem(keyFile, "that it cannot be read", error);
  }
}

/** The key made of these bytes. Throws `VAULT-KEY-UNUSABLE` when they are none. */
export function vaultKeyOf(keyFile: string, bytes: Uint8Array): VaultKey {
  if (bytes.length !== vaultKeyBytes)
    throw new VaultKeyUnusableProblem(
      keyFile,
      `${bytes.length} bytes. Put the file back from a backup, or remove it and enter the credentials of every partner connection again`,
    );
  const fingerprint = createHash("sha256").update(bytes).digest().subarray(0, fingerprintBytes);
  return { bytes, fingerprint };
}

/** Whether a failure of the file system has this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
