import type { ProfileRecord } from "@slipway/ats-model";
import { runInTransaction, type Transaction } from "@slipway/database";

/**
 * Writes profiles as they are, past the rules of the API, in one statement for all; each workflow with a status gets the first
 * line of its status log, by its job's recruiter or, where there is none, its person. The ids must come from `IdBlocks` or be
 * below the tenant's next free ones; one that is taken fails the transaction.
 */
export async function insertProfiles(
  tx: Transaction,
  customerId: string,
  profiles: readonly ProfileRecord[],
): Promise<void> {
  await runInTransaction(tx, {
    text: `insert into profile (customer_id, type, id, doc, created_at, updated_at)
      select $1, type, id, doc::jsonb, created_at, updated_at
      from unnest($2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[])
        as given (type, id, doc, created_at, updated_at)`,
    values: [
      customerId,
      profiles.map(({ noun }) => noun),
      profiles.map(({ id }) => id),
      profiles.map(({ doc }) => JSON.stringify(doc)),
      profiles.map(({ createdAt }) => createdAt.toISOString()),
      profiles.map(({ updatedAt }) => updatedAt.toISOString()),
    ],
  });
  const workflows = profiles.filter(({ noun }) => noun === "applicantworkflows");
  if (workflows.length > 0)
    await insertFirstStatus(
      tx,
      customerId,
      workflows.map(({ id }) => id),
    );
}

async function insertFirstStatus(
  tx: Transaction,
  customerId: string,
  workflowIds: readonly number[],
): Promise<void> {
  await runInTransaction(tx, {
    text: `insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
      select w.customer_id, w.id, w.doc ->> 'status', w.created_at,
        coalesce((j.doc ->> 'recruiter')::bigint, (w.doc ->> 'associatedprofile')::bigint)
      from profile w
      left join profile j on j.customer_id = w.customer_id and j.type = 'jobs'
        and j.id = (w.doc ->> 'baseprofile')::bigint
      where w.customer_id = $1 and w.type = 'applicantworkflows' and w.id = any($2::bigint[])
        and w.doc ? 'status'
      order by w.id`,
    values: [customerId, workflowIds],
  });
}
