import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";

import type { Connection } from "./connection.ts";
import { openLocks, type Locks } from "./locks.ts";
import { openNotifications, type Notifications } from "./notifications.ts";
import { openPool } from "./open-pool.ts";
import type { Queries, Schema, Transaction } from "./schema.ts";
import { openTenantConnections, type TenantConnections } from "./tenant-connections.ts";

/** Which database, and how many connections to it at most. */
export interface DatabaseOptions {
  readonly connection: Connection;
  /** Connections for queries outside of transactions. Default 6. */
  readonly poolSize?: number;
  /** Connections for transactions, so many of which go on at once. Default 4. */
  readonly transactionPoolSize?: number;
  /** Pipelined connections for tenant queries. Default 2: more of them make smaller batches (measured). */
  readonly tenantConnections?: number;
  /** Pipelined connections for tenant statements that write. Default 6: each waits for the disk by itself. */
  readonly tenantWriteConnections?: number;
  /** Told of connections that broke while idle; queries report their own failures. Default: nobody is told. */
  readonly onConnectionError?: (error: Error) => void;
}

/** The connections of a pool, and who wants one. */
export interface PoolUse {
  readonly pool: "queries" | "transactions";
  readonly used: number;
  readonly idle: number;
  readonly waiting: number;
}

/** One PostgreSQL database, opened. */
export interface Database {
  readonly connection: Connection;
  /** The query builder on the pool, under the owner's role: every query on a tenant table names its `customer_id`. */
  readonly queries: Queries;
  readonly pool: pg.Pool;
  readonly tenants: TenantConnections;
  readonly notifications: Notifications;
  readonly locks: Locks;
  /** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  /** How the pools are used at this moment. */
  readonly connections: () => readonly PoolUse[];
  readonly close: () => Promise<void>;
}

/** Opens pools on a migrated database. Connects lazily: a wrong address shows at the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const { connection, onConnectionError } = options;
  const pool = openPool({ connection, size: options.poolSize ?? 6, onConnectionError });
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  // Apart from the pool: what is looked up in the middle of a transaction could wait for ever for a connection that others
  // hold who wait for the same.
  const transactionPool = openPool({
    connection,
    size: options.transactionPoolSize ?? 4,
    onConnectionError,
  });
  const transactions = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: transactionPool }),
  });
  const tenants = openTenantConnections(connection, {
    reading: options.tenantConnections ?? 2,
    writing: options.tenantWriteConnections ?? 6,
  });
  const notifications = openNotifications(connection);
  const locks = openLocks(connection);
  return {
    connection,
    queries,
    pool,
    tenants,
    notifications,
    locks,
    transaction: async (work) => transactions.transaction().execute(work),
    connections: () => [useOf("queries", pool), useOf("transactions", transactionPool)],
    close: async () => {
      // A connection that broke cannot be ended properly, and need not be.
      await Promise.allSettled([tenants.close(), notifications.close(), locks.close()]);
      await Promise.all([transactions.destroy(), queries.destroy()]);
    },
  };
}

function useOf(name: PoolUse["pool"], pool: pg.Pool): PoolUse {
  const { totalCount, idleCount, waitingCount } = pool;
  return { pool: name, used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}
