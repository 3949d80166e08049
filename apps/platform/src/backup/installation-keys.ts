import { open, readFile } from "node:fs/promises";
import { join } from "node:path";

import { BackupFileProblem } from "@slipway/database";
import { readVaultKey } from "@slipway/event-delivery";

import type { Configuration } from "../configuration.ts";

/** What an installation keeps in files beside its database, by the name that a backup gives it. */
export function keyFiles({
  secretKeyFile,
  dataFolder,
}: Configuration): Readonly<Record<string, string>> {
  return { "secret.key": secretKeyFile, "admin-token": join(dataFolder, "admin-token") };
}

/** The keys that are there. */
export async function readKeys(
  configuration: Configuration,
): Promise<Readonly<Record<string, Buffer>>> {
  const found: Record<string, Buffer> = {};
  for (const [name, file] of Object.entries(keyFiles(configuration))) {
    const content = await readFile(file).catch(() => undefined); // Not made yet.
    if (content !== undefined) found[name] = content;
  }
  return found;
}

/** By which the key of the partners' credentials can be told from others; undefined where none was made yet. */
export async function keyFingerprint({
  secretKeyFile,
}: Configuration): Promise<string | undefined> {
  const key = await readVaultKey(secretKeyFile);
  return key === undefined ? undefined : Buffer.from(key.fingerprint).toString("hex");
}

/** Puts keys where the installation looks for them (mode 0600), never over others. */
export async function writeKeys(
  configuration: Configuration,
  keys: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  for (const [name, file] of Object.entries(keyFiles(configuration))) {
    const content = keys[name];
    const present = await readFile(file).catch(() => undefined); // Missing, as a rule.
    if (content === undefined || present?.equals(content) === true) continue;
    if (present !== undefined)
      throw new BackupFileProblem(file, {
        expected: "no key or the one restored",
        found: "another",
      });
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
