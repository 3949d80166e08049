import {
  profileNouns,
  type ProfileRecord,
  type StoredEntry,
  type Tenant,
} from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";

import { insertProfiles } from "./insert-profiles.ts";

const rowsPerStatement = 500;

/**
 * Fills a tenant that has no profiles yet: profiles with their status logs, and the next free id of every sequence. Fails, and with it the transaction, when an id is taken.
 */
export async function seedTenant(
  tx: Transaction,
  { customerId }: Pick<Tenant, "customerId">,
  profiles: Iterable<ProfileRecord>,
): Promise<void> {
  const nextIds = new Map<string, number>(profileNouns.map((noun) => [noun, 1]));
  let rows: ProfileRecord[] = [];
  for (const profile of profiles) {
    raise(nextIds, profile.noun, profile.id);
    for (const entry of entriesOf(profile)) raise(nextIds, "entry", entry);
    rows.push(profile);
    if (rows.length < rowsPerStatement) continue;
    await insertProfiles(tx, customerId, rows);
    rows = [];
  }
  if (rows.length > 0) await insertProfiles(tx, customerId, rows);
  await insertNextIds(tx, customerId, nextIds);
}

function raise(nextIds: Map<string, number>, sequence: string, id: number): void {
  nextIds.set(sequence, Math.max(nextIds.get(sequence) ?? 1, id + 1));
}

function entriesOf({ doc }: ProfileRecord): readonly number[] {
  return Object.values(doc)
    .filter((stored): stored is readonly StoredEntry[] => Array.isArray(stored))
    .flatMap((entries) => entries.map(({ entry }) => entry))
    .filter((entry) => typeof entry === "number");
}

async function insertNextIds(
  tx: Transaction,
  customerId: string,
  nextIds: ReadonlyMap<string, number>,
): Promise<void> {
  await tx
    .insertInto("id_block")
    .values(Array.from(nextIds, ([type, next_id]) => ({ customer_id: customerId, type, next_id })))
    .execute();
}
