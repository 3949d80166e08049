import pg from "pg";

import { clientOptions, type Connection } from "./connection.ts";

export interface PoolOptions {
  readonly connection: Connection;
  /** Connections at most. */
  readonly size: number;
  /** Told of connections that broke while idle. Default: nobody is told. */
  readonly onConnectionError?: ((error: Error) => void) | undefined;
}

/** Longer than any wait for a connection that ends well; who waits in vain is told instead of hanging. */
const connectionTimeoutMs = 15_000;

/** Opens a pool that outlives its connections. Connects lazily. */
export function openPool({ connection, size, onConnectionError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...clientOptions(connection),
    max: size,
    connectionTimeoutMillis: connectionTimeoutMs,
  });
  // An error that nobody listens to would end the process. An idle connection that breaks tells the pool; one that was taken
  // out tells nobody but these, when it breaks between two statements of a transaction: the next statement fails and says so.
  pool.on("error", (error) => {
    // The pool does not wait for the server's goodbye: what breaks while it ends was to end anyway.
    if (!pool.ending) onConnectionError?.(error);
  });
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  return pool;
}
