import { sql, type Kysely } from "kysely";

/** By which rule and facts a verdict's fault was given to its owner; null in verdicts from before, and where nothing is at fault. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table verdict add column fault jsonb`.execute(db);
}
