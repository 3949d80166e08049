import type { ProgrammeParts } from "../programme-parts.ts";

/** An employer for whom a customer-specific integration is built. */
export interface CustomerOnRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** Puts a customer on record, once; the same name again returns the one there is. */
export async function recordCustomer(
  { database, clocks, ids }: Pick<ProgrammeParts, "database" | "clocks" | "ids">,
  name: string,
): Promise<CustomerOnRecord> {
  await database.queries
    .insertInto("customer")
    .values({ id: ids.uuid(), name, created_at: clocks.installation.now() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await database.queries
    .selectFrom("customer")
    .selectAll()
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return { id: row.id, name: row.name, createdAt: row.created_at };
}
