import {
  profileNouns,
  type ProfileRecord,
  type StoredEntry,
  type Tenant,
} from "@slipway/ats-model";
import { runInTransaction, type Transaction } from "@slipway/database";

const rowsPerStatement = 500;

/**
 * Fills a tenant that has no profiles yet: profiles in multi-row inserts, one line of status log per workflow (by its job's
 * recruiter), and the next free id of every sequence. Fails, and with it the transaction, when an id is taken.
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
  await insertStatusLog(tx, customerId);
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

async function insertProfiles(
  tx: Transaction,
  customerId: string,
  rows: readonly ProfileRecord[],
): Promise<void> {
  await runInTransaction(tx, {
    text: `insert into profile (customer_id, type, id, doc, created_at, updated_at)
      select $1, type, id, doc::jsonb, created_at, updated_at
      from unnest($2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[])
        as seeded (type, id, doc, created_at, updated_at)`,
    values: [
      customerId,
      rows.map((row) => row.noun),
      rows.map((row) => row.id),
      rows.map((row) => JSON.stringify(row.doc)),
      rows.map((row) => row.createdAt.toISOString()),
      rows.map((row) => row.updatedAt.toISOString()),
    ],
  });
}

async function insertStatusLog(tx: Transaction, customerId: string): Promise<void> {
  await runInTransaction(tx, {
    text: `insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
      select w.customer_id, w.id, w.doc ->> 'status', w.created_at,
        coalesce((j.doc ->> 'recruiter')::bigint, (w.doc ->> 'associatedprofile')::bigint)
      from profile w
      left join profile j on j.customer_id = w.customer_id and j.type = 'jobs'
        and j.id = (w.doc ->> 'baseprofile')::bigint
      where w.customer_id = $1 and w.type = 'applicantworkflows' and w.doc ? 'status'
      order by w.id`,
    values: [customerId],
  });
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
