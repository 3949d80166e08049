import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

import { clientOptions, type Connection } from "./connection.ts";
import { openNotifications, type Notifications } from "./notifications.ts";
import type { Queries, Schema, Transaction } from "./schema.ts";
import { openTenantConnections, type TenantConnections } from "./tenant-connections.ts";

export interface DatabaseOptions {
  readonly connection: Connection;
  /** Connections for queries and transactions. Default 8. */
  readonly poolSize?: number;
  /** Pipelined connections for tenant queries. Default 2: more of them make smaller batches (measured). */
  readonly tenantConnections?: number;
  /** Pipelined connections for tenant statements that write. Default 6: each waits for the disk by itself. */
  readonly tenantWriteConnections?: number;
  /** Told of connections that broke while idle; queries report their own failures. */
  readonly onConnectionError?: (error: Error) => void;
}

/** One PostgreSQL database, opened. */
export interface Database {
  readonly connection: Connection;
  /** The query builder on the pool, under the owner's role: every query on a tenant table names its `customer_id`. */
  readonly queries: Queries;
  readonly pool: pg.Pool;
  readonly tenants: TenantConnections;
  readonly notifications: Notifications;
  /** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Opens pools on a migrated database. Connects lazily: a wrong address shows at the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...clientOptions(options.connection), max: options.poolSize ?? 8 });
  let closing = false;
  // Without a listener an idle connection that breaks would end the process. What breaks while closing was to end anyway: the
  // pool does not wait for the server's goodbye.
  pool.on("error", (error) => {
    if (!closing) options.onConnectionError?.(error);
  });
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const tenants = openTenantConnections(options.connection, {
    reading: options.tenantConnections ?? 2,
    writing: options.tenantWriteConnections ?? 6,
  });
  const notifications = openNotifications(options.connection);
  return {
    connection: options.connection,
    queries,
    pool,
    tenants,
    notifications,
    transaction: async (work) => queries.transaction().execute(work),
    close: async () => {
      closing = true;
      await Promise.allSettled([tenants.close(), notifications.close()]);
      await queries.destroy();
    },
  };
}
