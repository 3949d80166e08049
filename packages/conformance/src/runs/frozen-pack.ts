import type { Queries, Transaction } from "@slipway/database";

import { packHash, type RequirementPack } from "../requirement-pack.ts";
import { PackChangedProblem, PackNotFoundProblem } from "./run.problems.ts";

/** Keeps a pack as it is at its first use; refuses with `PACK-CHANGED` another content under the same version. */
export async function freezePack(tx: Transaction, pack: RequirementPack, now: Date): Promise<void> {
  const hash = packHash(pack);
  await tx
    .insertInto("requirement_pack")
    .values({
      id: pack.id,
      version: pack.version,
      hash,
      content: JSON.stringify(pack),
      frozen_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const frozen = await loadFrozenPack(tx, pack.id, pack.version);
  if (frozen.hash !== hash) throw new PackChangedProblem(pack.id, pack.version);
}

/** A pack as it was when it was first used: what verdicts under it mean, whatever the code says today. */
export async function loadFrozenPack(
  queries: Queries,
  packId: string,
  version: string,
): Promise<{ readonly pack: RequirementPack; readonly hash: string }> {
  const row = await queries
    .selectFrom("requirement_pack")
    .select(["hash", "content"])
    .where("id", "=", packId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) throw new PackNotFoundProblem(version, []);
  // Written by `freezePack` from the same type.
  return { pack: row.content as unknown as RequirementPack, hash: row.hash };
}
