import type { Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import type { DeliveryRow, RecruiterView } from "@slipway/event-delivery";
import type { EventPlanner } from "@slipway/exchange";
import { storeIn, updateProfile } from "@slipway/sandbox-api";

import { StatusUnknownProblem, WorkflowNotFoundProblem } from "../candidates/candidate.problems.ts";
import { loadDoc } from "../candidates/candidate.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";

export interface WorkflowMove {
  readonly tenant: Tenant;
  readonly workflowId: number;
  readonly status: string;
}

export interface MovedWorkflow {
  readonly oldStatus: string;
  readonly newStatus: string;
  /** The event's delivery; undefined when the status was that already, or the partner has no endpoint. */
  readonly deliveryId: string | undefined;
  /** What the recruiter reads where the event was raised and is not sent, as while the integration is suspended. */
  readonly recruiterView?: RecruiterView;
}

/** The recruiter that moves candidates through the platform API. */
const recruiterUserId = 1;

/**
 * Moves a candidate to another status as a recruiter does in the ATS: status log, event and delivery come with it. After
 * the commit the caller wakes the delivery workers. Fails with `WORKFLOW-NOT-FOUND` and `WORKFLOW-STATUS-UNKNOWN`.
 */
export async function moveWorkflow(
  parts: Pick<ProgrammeParts, "planEvent" | "profileIds" | "clockOf">,
  tx: Transaction,
  { tenant, workflowId, status }: WorkflowMove,
): Promise<MovedWorkflow> {
  const ref = { noun: "applicantworkflows", id: workflowId } as const;
  const workflow = await loadDoc(tx, tenant.customerId, { type: ref.noun, id: ref.id });
  if (workflow === undefined) throw new WorkflowNotFoundProblem(workflowId);
  const known = tenant.settings.statuses.map(({ id }) => id);
  if (!known.includes(status)) throw new StatusUnknownProblem(status, known);
  let delivery: Pick<DeliveryRow, "id" | "recruiter_view"> | undefined;
  const planEvent: EventPlanner = async (change) => {
    const planned = await parts.planEvent(change);
    // Planned by event-delivery, which writes rows of this type alone.
    delivery = planned?.deliveryRow as typeof delivery;
    return planned;
  };
  const { before, eventRaised } = await updateProfile(
    {
      store: storeIn(tx, tenant.customerId),
      ids: parts.profileIds,
      planEvent,
      tenant,
      userId: recruiterUserId,
      by: "recruiter",
      at: parts.clockOf(tenant).now(),
    },
    {
      ref,
      after: ({ doc }) => ({ doc: { ...doc, status }, linked: [] }),
    },
  );
  const oldStatus = before.doc["status"];
  return {
    oldStatus: typeof oldStatus === "string" ? oldStatus : "",
    newStatus: status,
    // One that was planned for a change which somebody else made first was never written.
    deliveryId: eventRaised ? delivery?.id : undefined,
    ...(eventRaised && delivery?.recruiter_view !== undefined
      ? { recruiterView: delivery.recruiter_view }
      : {}),
  };
}
