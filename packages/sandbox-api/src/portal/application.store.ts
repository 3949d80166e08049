import { createHash } from "node:crypto";

import type { Queries, Transaction } from "@slipway/database";

import type { NewApplication, ReturnVisit } from "./application.ts";

/** Keeps a completed application; that of the same workflow is replaced. */
export async function keepApplication(
  tx: Transaction,
  { customerId, workflowId, jobId, token, completedAt, sessionEndsAt }: NewApplication,
): Promise<void> {
  const row = {
    job_id: jobId,
    token_digest: digestOf(token),
    completed_at: completedAt,
    session_ends_at: sessionEndsAt,
    submitted_at: null,
  };
  await tx
    .insertInto("application")
    .values({ customer_id: customerId, workflow_id: workflowId, ...row })
    .onConflict((conflict) => conflict.columns(["customer_id", "workflow_id"]).doUpdateSet(row))
    .execute();
}

export interface Return {
  readonly customerId: string;
  readonly token: string;
  /** The tenant's clock. */
  readonly at: Date;
}

/** Opens the return page: of several visits at once one submits, the others find it used. */
export async function visitReturn(
  queries: Queries,
  { customerId, token, at }: Return,
): Promise<ReturnVisit> {
  const digest = digestOf(token);
  const submitted = await queries
    .updateTable("application")
    .set({ submitted_at: at })
    .where("customer_id", "=", customerId)
    .where("token_digest", "=", digest)
    .where("submitted_at", "is", null)
    .where("session_ends_at", ">", at)
    .returning("workflow_id")
    .executeTakeFirst();
  if (submitted !== undefined) return { kind: "submitted", submittedAt: at };
  const known = await queries
    .selectFrom("application")
    .select(["submitted_at", "session_ends_at"])
    .where("customer_id", "=", customerId)
    .where("token_digest", "=", digest)
    .executeTakeFirst();
  if (known === undefined) return { kind: "unknown" };
  return known.submitted_at === null
    ? { kind: "session-over", sessionEndedAt: known.session_ends_at }
    : { kind: "used", submittedAt: known.submitted_at };
}

/** When the application of a workflow was submitted; undefined while it is not. */
export async function submittedAtOf(
  queries: Queries,
  customerId: string,
  workflowId: number,
): Promise<Date | undefined> {
  const row = await queries
    .selectFrom("application")
    .select("submitted_at")
    .where("customer_id", "=", customerId)
    .where("workflow_id", "=", workflowId)
    .executeTakeFirst();
  return row?.submitted_at ?? undefined;
}

/** Whether a token is that of a workflow's application. */
export async function isTokenOf(
  queries: Queries,
  { customerId, workflowId, token }: Pick<NewApplication, "customerId" | "workflowId" | "token">,
): Promise<boolean> {
  const row = await queries
    .selectFrom("application")
    .select("token_digest")
    .where("customer_id", "=", customerId)
    .where("workflow_id", "=", workflowId)
    .executeTakeFirst();
  return row?.token_digest === digestOf(token);
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
