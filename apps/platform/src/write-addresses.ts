import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Listener } from "./configuration.ts";

/** Where each listener answers. */
export type Addresses = Readonly<Record<Listener, string>>;

/**
 * Leaves the addresses in the data folder, as `addresses.json`: while the folder's lock is held they are where this platform
 * answers, afterwards where it answered last, so that the next start can be asked for the same ones.
 */
export async function writeAddresses(folder: string, addresses: Addresses): Promise<void> {
  const file = join(folder, "addresses.json");
  const next = `${file}.next`;
  await writeFile(next, `${JSON.stringify(addresses, undefined, 2)}\n`, { mode: 0o600 });
  // Whoever reads meanwhile sees the former file or this one, never half of it.
  await rename(next, file);
}
