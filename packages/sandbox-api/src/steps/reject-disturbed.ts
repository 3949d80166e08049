import { vendorErrors } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import type { Call, SessionCall } from "../call/call.ts";
import { SandboxProblem } from "../call/sandbox.problems.ts";
import type { Step } from "../call/steps-of.ts";

/** What `Retry-After` says of a quota that a scenario used up, in seconds. */
const quietSeconds = 2;

/**
 * Refuses the next calls of a workflow that a validation disturbs, until as many were refused as it asked for. Which workflows
 * these are stands with the tenant, so that all other calls cost nothing; how often is counted in the database, for all
 * processes together.
 */
export function rejectDisturbed(
  database: Pick<Database, "queries">,
): Step<Pick<SessionCall, "session">, void> {
  return (call) => {
    const workflowId = disturbedWorkflow(call);
    if (workflowId === undefined) return;
    return takeOne(database.queries, call.session.tenant.customerId, workflowId).then((status) => {
      if (status !== undefined) throw refusal(status);
    });
  };
}

function disturbedWorkflow({
  arrival,
  session,
}: Call & Pick<SessionCall, "session">): number | undefined {
  const { disturbedWorkflows = [] } = session.tenant;
  if (disturbedWorkflows.length === 0) return undefined;
  const named = /\/applicantworkflows\/(\d+)(?:\/|$)/iu.exec(arrival.path)?.[1];
  return disturbedWorkflows.find((id) => String(id) === named);
}

async function takeOne(
  queries: Database["queries"],
  customerId: string,
  workflowId: number,
): Promise<429 | 503 | undefined> {
  const row = await queries
    .updateTable("disturbance")
    .set((columns) => ({ remaining: columns("remaining", "-", 1) }))
    .where("customer_id", "=", customerId)
    .where("workflow_id", "=", workflowId)
    .where("remaining", ">", 0)
    .returning("status")
    .executeTakeFirst();
  return row?.status;
}

function refusal(status: 429 | 503): SandboxProblem {
  return status === 429
    ? new SandboxProblem({
        code: "SANDBOX-QUOTA-EXCEEDED",
        status,
        items: [
          {
            code: vendorErrors.quotaExceeded.code,
            message: `No further requests for now. Expected the next request in ${quietSeconds} seconds.`,
          },
        ],
        headers: [["retry-after", String(quietSeconds)]],
      })
    : new SandboxProblem({
        code: "SANDBOX-UNAVAILABLE",
        status,
        items: [
          {
            code: vendorErrors.unavailable.code,
            message: "The platform is in maintenance. Send the request again later.",
          },
        ],
      });
}
