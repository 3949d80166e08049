import { sql, type Kysely } from "kysely";

/**
 * The person and the job of a workflow as columns of their own. Under row-level security PostgreSQL uses an index for a condition
 * only where nothing in it could tell of hidden rows, and reading from JSON might: the index on the document was never used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const linkedId = (field: string): string =>
  `bigint generated always as (case when type = 'applicantworkflows' then (doc ->> '${field}')::bigint end) stored`;

const statements = [
  `alter table profile
    add column person_id ${linkedId("associatedprofile")},
    add column job_id ${linkedId("baseprofile")}`,
  `drop index profile_workflow_pair`,
  `create unique index profile_workflow_pair on profile (customer_id, person_id, job_id)
    where type = 'applicantworkflows'`,
];
