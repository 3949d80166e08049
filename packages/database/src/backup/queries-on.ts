import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import type pg from "pg";

/** The query builder on one connection that somebody else opens, ends, and has a transaction on. */
export function queriesOn<Tables>(client: pg.Client): Kysely<Tables> {
  // The driver's client offers what the builder asks of a pooled one, but for giving it back.
  const borrowed = {
    query: client.query.bind(client),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: async () => borrowed, end: async () => undefined },
    }),
  });
}
