import type { Queries, Transaction } from "@slipway/database";
import { sql } from "kysely";

/** A preflight that came to its end. */
export interface EndedPreflight {
  readonly sandboxId: string;
  /** When the setup that it saw was saved. */
  readonly setupAt: Date;
  readonly isGreen: boolean;
  /** On the installation's clock. */
  readonly at: Date;
}

/** Keeps how it ended, unless the setup was changed meanwhile: a preflight speaks of the setup that it saw. */
export async function keepPreflight(queries: Queries, ended: EndedPreflight): Promise<void> {
  const { sandboxId, setupAt, isGreen, at } = ended;
  await sql`
    insert into partner_preflight (sandbox_id, is_green, at)
    select sandbox_id, ${isGreen}::boolean, ${at}::timestamptz from partner_declaration
    where sandbox_id = ${sandboxId} and updated_at = ${setupAt} for share
    on conflict (sandbox_id) do update set is_green = excluded.is_green, at = excluded.at`.execute(
    queries,
  );
}

/** After the declaration was saved in this transaction: what was kept speaks of the setup before. */
export async function forgetPreflight(tx: Transaction, sandboxId: string): Promise<void> {
  await tx.deleteFrom("partner_preflight").where("sandbox_id", "=", sandboxId).execute();
}
