import { jsonText, type Queries, type Transaction } from "@slipway/database";
import { readJson } from "@slipway/foundation";

import { packHash, type RequirementPack } from "../requirement-pack.ts";
import { parsePack } from "./parse-pack.ts";
import { PackChangedProblem } from "./run.problems.ts";
import type { Run } from "./run.ts";

/** A pack as it was when it was first used: what verdicts under it mean, whatever the code says today. */
export interface FrozenPack {
  readonly pack: RequirementPack;
  readonly hash: string;
}

/** Which pack a run was started under. */
type PackOfRun = Pick<Run, "packId" | "packVersion">;

/** Keeps a pack as it is at its first use; refuses with `PACK-CHANGED` another content under the same version. */
export async function freezePack(tx: Transaction, pack: RequirementPack, now: Date): Promise<void> {
  const hash = packHash(pack);
  await tx
    .insertInto("requirement_pack")
    .values({
      id: pack.id,
      version: pack.version,
      hash,
      content: jsonText(pack),
      frozen_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const frozen = await loadFrozenPack(tx, pack);
  if (frozen.hash !== hash) throw new PackChangedProblem(pack.id, pack.version);
}

/** A pack that a run or a grading has used. */
export async function loadFrozenPack(
  queries: Queries,
  { id, version }: Pick<RequirementPack, "id" | "version">,
): Promise<FrozenPack> {
  const row = await queries
    .selectFrom("requirement_pack")
    .select(["hash", "content"])
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  // The rows that name it refer to it.
  if (row === undefined) throw new Error(`Expected pack ${id} ${version} to be frozen, found none`);
  return { pack: parsePack(readJson(row.content, `pack ${id} ${version}`)), hash: row.hash };
}

/** The same, read once for each version: what is frozen never changes. */
export function rememberFrozenPacks(queries: Queries): (of: PackOfRun) => Promise<RequirementPack> {
  const remembered = new Map<string, RequirementPack>();
  return async ({ packId, packVersion }) => {
    const key = JSON.stringify([packId, packVersion]);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const { pack } = await loadFrozenPack(queries, { id: packId, version: packVersion });
    remembered.set(key, pack);
    return pack;
  };
}
