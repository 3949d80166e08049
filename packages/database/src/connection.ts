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

/** The form in which `pg` takes a connection. */
export function clientOptions(connection: Connection): ClientOptions {
  return "url" in connection
    ? { connectionString: connection.url, types: columnTypes }
    : { ...connection, types: columnTypes };
}

export type ClientOptions = (
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
    }
) & { readonly types: typeof columnTypes };
