import type { ProfileDoc } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";
import { sql } from "kysely";

import { WorkflowNotFoundProblem } from "./candidate.problems.ts";

/** A workflow with the person and the job that it ties. */
export interface CandidateProfiles {
  readonly workflowId: number;
  readonly workflow: ProfileDoc;
  readonly personId: number;
  readonly person: ProfileDoc;
  readonly jobId: number;
  readonly job: ProfileDoc;
  /** The job's recruiter, where it has one. */
  readonly recruiter: { readonly id: number; readonly doc: ProfileDoc } | undefined;
}

/** Fails with `WORKFLOW-NOT-FOUND`. */
export async function loadCandidate(
  queries: Queries,
  customerId: string,
  workflowId: number,
): Promise<CandidateProfiles> {
  const workflow = await loadDoc(queries, customerId, {
    type: "applicantworkflows",
    id: workflowId,
  });
  if (workflow === undefined) throw new WorkflowNotFoundProblem(workflowId);
  const personId = Number(workflow["associatedprofile"]);
  const jobId = Number(workflow["baseprofile"]);
  const person = (await loadDoc(queries, customerId, { type: "people", id: personId })) ?? {};
  const job = (await loadDoc(queries, customerId, { type: "jobs", id: jobId })) ?? {};
  const recruiterId = Number(job["recruiter"] ?? 0);
  const recruiter = await loadDoc(queries, customerId, { type: "people", id: recruiterId });
  return {
    workflowId,
    workflow,
    personId,
    person,
    jobId,
    job,
    recruiter: recruiter === undefined ? undefined : { id: recruiterId, doc: recruiter },
  };
}

/** The seed's profiles have the lowest ids. */
const modelsAtMost = 120;

/** The document of a seeded profile to model a new one on: one that lacks none of `fields`, chosen by `turn`. */
export async function loadModel(
  queries: Queries,
  customerId: string,
  {
    type,
    fields,
    turn,
  }: {
    readonly type: "people" | "jobs";
    readonly fields: readonly string[];
    readonly turn: number;
  },
): Promise<ProfileDoc | undefined> {
  const { rows } = await sql<{ readonly doc: ProfileDoc }>`
    select doc from (
      select doc, row_number() over (order by id) - 1 as place, count(*) over () as total
      from (
        select id, doc from profile
        where customer_id = ${customerId} and type = ${type}
        order by id limit ${modelsAtMost}
      ) as seeded
      where doc ?& ${fields}::text[]
    ) as complete
    where place = ${turn}::bigint % total`.execute(queries);
  return rows[0]?.doc;
}

/** A profile's document; undefined when there is none. */
export async function loadDoc(
  queries: Queries,
  customerId: string,
  { type, id }: { readonly type: string; readonly id: number },
): Promise<ProfileDoc | undefined> {
  const row = await queries
    .selectFrom("profile")
    .select("doc")
    .where("customer_id", "=", customerId)
    .where("type", "=", type)
    .where("id", "=", id)
    .executeTakeFirst();
  // The table holds documents of the model and nothing else.
  return row?.doc as ProfileDoc | undefined;
}
