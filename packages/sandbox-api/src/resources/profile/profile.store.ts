import type { ProfileDoc, ProfileRecord, ProfileRef } from "@slipway/ats-model";
import type {
  Database,
  GroupedStatement,
  ItemRow,
  TenantStatement,
  Transaction,
} from "@slipway/database";
import { runInTransaction } from "@slipway/database";

/** A profile with the version that a change must name. */
export interface StoredProfile extends ProfileRecord {
  readonly version: number;
}

/** Where a customer's profiles are reached: on the tenant connections, or inside an open transaction. */
export interface ProfileStore {
  readonly customerId: string;
  /** Runs one statement that reads this customer's data. */
  readonly run: <Row extends object>(statement: TenantStatement) => Promise<Row[]>;
  /** Runs one statement that changes it. */
  readonly write: ProfileStore["run"];
  /** Runs one that changes it for many callers at once; resolves to the row of this caller's item, which is JSON. */
  readonly writeGrouped: (
    statement: GroupedStatement,
    item: string,
  ) => Promise<ItemRow | undefined>;
}

/** Each statement is its own transaction. */
export function storeOf(database: Pick<Database, "tenants">, customerId: string): ProfileStore {
  return {
    customerId,
    run: async (statement) => database.tenants.query(customerId, statement),
    write: async (statement) => database.tenants.write(customerId, statement),
    writeGrouped: async (statement, item) =>
      database.tenants.writeGrouped(customerId, statement, item),
  };
}

/** All statements stand in the caller's transaction. */
export function storeIn(tx: Transaction, customerId: string): ProfileStore {
  const run: ProfileStore["run"] = async (statement) => runInTransaction(tx, statement);
  return {
    customerId,
    run,
    write: run,
    writeGrouped: async (statement, item) => {
      const [row] = await run<ItemRow>({ ...statement, values: [customerId, `[${item}]`] });
      return row;
    },
  };
}

/** The columns of a profile as they arrive. */
export interface ProfileRow {
  readonly id: number;
  readonly doc: ProfileDoc;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

/** One profile; undefined when there is none. */
export async function loadStoredProfile(
  store: ProfileStore,
  { noun, id }: ProfileRef,
): Promise<StoredProfile | undefined> {
  const [row] = await store.run<ProfileRow>({
    name: "load-profile",
    text: `select id, doc, created_at, updated_at, version from profile
      where customer_id = $1 and type = $2 and id = $3`,
    values: [store.customerId, noun, id],
  });
  return row && fromRow(noun, row);
}

/** The workflow of a person and a job; undefined when there is none. */
export async function loadWorkflowOf(
  store: ProfileStore,
  { personId, jobId }: { readonly personId: number; readonly jobId: number },
): Promise<StoredProfile | undefined> {
  const [row] = await store.run<ProfileRow>({
    name: "load-workflow-of-pair",
    text: `select id, doc, created_at, updated_at, version from profile
      where customer_id = $1 and type = 'applicantworkflows'
        and person_id = $2 and job_id = $3`,
    values: [store.customerId, personId, jobId],
  });
  return row && fromRow("applicantworkflows", row);
}

/** The documents of several profiles, in no order; those that do not exist are left out. */
export async function loadDocuments(
  store: ProfileStore,
  refs: readonly ProfileRef[],
): Promise<readonly (ProfileRef & { readonly doc: ProfileDoc })[]> {
  if (refs.length === 0) return [];
  return store.run({
    name: "load-documents",
    text: `select p.type as noun, p.id, p.doc
      from unnest($2::text[], $3::bigint[]) as wanted (type, id)
      join profile p on p.customer_id = $1 and p.type = wanted.type and p.id = wanted.id`,
    values: [store.customerId, refs.map((ref) => ref.noun), refs.map((ref) => ref.id)],
  });
}

/** A profile from its columns. */
export function fromRow(noun: ProfileRef["noun"], row: ProfileRow): StoredProfile {
  return {
    noun,
    id: row.id,
    doc: row.doc,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
}
