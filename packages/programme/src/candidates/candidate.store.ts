import type { ProfileDoc } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";

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
  const models = await queries
    .selectFrom("profile")
    .select("doc")
    .where("customer_id", "=", customerId)
    .where("type", "=", type)
    .orderBy("id")
    .limit(120)
    .execute();
  const complete = models
    .map((row) => row.doc as ProfileDoc)
    .filter((doc) => fields.every((field) => Object.hasOwn(doc, field)));
  return complete[turn % Math.max(1, complete.length)];
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
