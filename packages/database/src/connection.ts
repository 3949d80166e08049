import { columnTypes } from "./column-types.ts";

/** How to reach a PostgreSQL server: an address, or the parts of one (a socket directory is a `host`). */
export type Connection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
    };

/** A connection in the form in which `pg` takes it. */
export type ClientOptions = (
  | { readonly connectionString: string }
  | Exclude<Connection, { url: string }>
) & { readonly types: typeof columnTypes };

/** Translates a connection for `pg`, with our reading of column types. */
export function clientOptions(connection: Connection): ClientOptions {
  return "url" in connection
    ? { connectionString: connection.url, types: columnTypes }
    : { ...connection, types: columnTypes };
}
