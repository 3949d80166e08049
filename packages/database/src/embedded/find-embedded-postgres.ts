import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Connection } from "../connection.ts";
import { embeddedDatabase, embeddedUser } from "./initialise-cluster.ts";

/**
 * How to reach the embedded server that another process runs on this folder of PostgreSQL's data; undefined where none does. What it
 * says of itself may be left from a server that was killed: whoever connects finds out.
 */
export async function findEmbeddedPostgres(folder: string): Promise<Connection | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => ""); // None runs.
  // Process, folder, start, port, folder of the socket.
  const [, , , port = "", host = ""] = text.split("\n");
  if (!/^\d+$/u.test(port) || host === "") return undefined;
  return { host, port: Number(port), user: embeddedUser, database: embeddedDatabase };
}
