import type { Queries, Transaction } from "@slipway/database";

import type { RequirementSet } from "./requirement-set.ts";

export interface FrozenSet {
  readonly id: string;
  readonly integrationId: string;
  readonly version: number;
  readonly frozenAt: Date;
  readonly content: RequirementSet;
}

export async function insertRequirementSet(tx: Transaction, frozen: FrozenSet): Promise<void> {
  await tx
    .insertInto("requirement_set")
    .values({
      id: frozen.id,
      integration_id: frozen.integrationId,
      version: frozen.version,
      frozen_at: frozen.frozenAt,
      content: JSON.stringify(frozen.content),
    })
    .execute();
}

/** That of each version's latest approval, by the version's number. */
export async function loadRequirementSets(
  queries: Queries,
  integrationId: string,
): Promise<ReadonlyMap<number, RequirementSet>> {
  const rows = await queries
    .selectFrom("requirement_set")
    .select(["version", "content"])
    .where("integration_id", "=", integrationId)
    .orderBy("id")
    .execute();
  // Written by `insertRequirementSet` from the same type.
  return new Map(
    rows.map(({ version, content }) => [version, content as unknown as RequirementSet]),
  );
}
