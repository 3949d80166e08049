import {
  applicationCompletedEvent,
  profileId,
  type JobId,
  type PersonId,
  type Tenant,
  type WorkflowId,
} from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import type { DeliveryReferences, PlannedRequest } from "@slipway/event-delivery";
import type { Json } from "@slipway/foundation";
import type { CandidateRefs } from "@slipway/frameworks";
import { keepApplication, returnUrlOf, sessionMs } from "@slipway/sandbox-api";

import type { PlannedCall } from "../deliveries/plan-call.ts";
import type { ProgrammeParts } from "../programme-parts.ts";

export interface CompletedApplication {
  readonly tenant: Tenant;
  readonly candidate: CandidateRefs;
  /** Whether the candidate's session at the portal is over already. */
  readonly isSessionOver: boolean;
  readonly credentials: "configured" | "wrong";
  /** Members of the event to add. */
  readonly alter: Readonly<Record<string, Json>>;
}

/**
 * Completes an application as a candidate does at the portal: it waits from now on for the candidate to come back, and the event
 * `ApplicationCompletedEvent` is kept. Returns the call that tells the partner.
 */
export async function completeApplication(
  parts: Pick<ProgrammeParts, "clockOf" | "randomBytes" | "ids">,
  tx: Transaction,
  { tenant, candidate, isSessionOver, credentials, alter }: CompletedApplication,
): Promise<PlannedCall> {
  const at = parts.clockOf(tenant).now();
  const token = Buffer.from(parts.randomBytes(24)).toString("base64url");
  const { workflowId, jobId, personId } = candidate;
  await keepApplication(tx, {
    customerId: tenant.customerId,
    workflowId,
    jobId,
    token,
    completedAt: at,
    sessionEndsAt: new Date(at.getTime() + (isSessionOver ? 0 : sessionMs)),
  });
  const { body, linkHeader } = applicationCompletedEvent({
    tenant,
    workflowId: profileId<WorkflowId>(workflowId),
    jobId: profileId<JobId>(jobId),
    personId: profileId<PersonId>(personId),
    returnUrl: returnUrlOf(tenant, { jobId, token }),
  });
  await tx
    .insertInto("event")
    .values({
      customer_id: tenant.customerId,
      id: parts.ids.uuid(),
      type: body.eventType,
      workflow_id: workflowId,
      person_id: personId,
      job_id: jobId,
      body: JSON.stringify({ ...body, ...alter }),
      raised_at: at,
    })
    .execute();
  return {
    kind: "event",
    request: eventRequest({ ...body, ...alter }, linkHeader, credentials),
    references: referencesOf(candidate),
  };
}

/** The ids by which calls about a candidate are tied to steps. */
export function referencesOf({ personId, jobId, workflowId }: CandidateRefs): DeliveryReferences {
  return { personId, jobId, workflowId };
}

function eventRequest(
  body: Json,
  linkHeader: string,
  credentials: "configured" | "wrong",
): PlannedRequest {
  return {
    method: "POST",
    path: "/events",
    body,
    gzip: true,
    headers: { Link: linkHeader },
    credentials,
  };
}
