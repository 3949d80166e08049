import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

import type { Database } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";
import { digestOfToken } from "@slipway/programme";

/** The token that opens everything, and the file that keeps it for the people of this machine. */
export interface AdminToken {
  readonly token: string;
  /** Mode 0600. */
  readonly file: string;
}

const tokenBytes = 32;

/** The installation's admin token: made at the first start and kept in the data folder; the database has its digest only. */
export async function ensureAdminToken(
  database: Database,
  folder: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<AdminToken> {
  const file = join(folder, "admin-token");
  const token = (await readToken(file)) ?? (await makeToken(file, `slw_${ids.secret(tokenBytes)}`));
  await database.queries
    .insertInto("api_token")
    .values({
      digest: digestOfToken(token),
      prefix: token.slice(0, 8),
      label: "admin",
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column("digest").doNothing())
    .execute();
  return { token, file };
}

async function readToken(file: string): Promise<string | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  return text.trim() === "" ? undefined : text.trim();
}

/** Whoever reads the file sees the whole token or none; a file that was there before, with another mode, is replaced. */
async function makeToken(file: string, token: string): Promise<string> {
  const next = `${file}.next`;
  const handle = await open(next, "w", 0o600);
  try {
    // The mode above counts for a new file only.
    await handle.chmod(0o600);
    await handle.writeFile(`${token}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  return token;
}
