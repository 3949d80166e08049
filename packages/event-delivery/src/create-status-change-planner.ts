import {
  customerId,
  profileId,
  workflowStatusChangeEvent,
  type EventNotification,
  type Tenant,
  type TenantDirectory,
  type WorkflowStatusChangePayload,
} from "@slipway/ats-model";
import type { EventPlanner, SandboxId, WorkflowStatusChange } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

import type { ConnectionDirectory } from "./connection/connection-store.ts";
import { endIfHeld } from "./held-delivery.ts";
import { planDelivery, type DeliveryRow } from "./plan-delivery.ts";

export interface StatusChangePlannerOptions {
  readonly tenants: TenantDirectory;
  readonly connections: ConnectionDirectory;
  readonly ids: Pick<Ids, "uuid">;
  /** The machine's own clock: from when the event may be delivered. */
  readonly clock: Pick<Clock, "now">;
}

/**
 * Plans `WorkFlowStatusChangeEvent` (PAY): the event's row and, where the partner has an endpoint, its delivery's, both under
 * one id. A change by the API user raises it only where the tenant's switch `workflowEventOnApiPatch` says so (UNK).
 */
export function createStatusChangePlanner(options: StatusChangePlannerOptions): EventPlanner {
  return async (change) => {
    const tenant = await options.tenants.byCustomerId(customerId(change.customerId));
    if (tenant === undefined || !raisesEvent(change, tenant)) return undefined;
    const id = options.ids.uuid();
    const notification = notificationOf(change, tenant);
    // Written by the programme as the id of a sandbox.
    const sandboxId = tenant.sandboxId as SandboxId;
    const connection = await options.connections.loadConnection(sandboxId, tenant.region);
    return {
      eventRow: eventRow(id, change, notification.body),
      deliveryRow:
        connection &&
        endIfHeld(
          deliveryRow({
            id,
            change,
            notification,
            sandboxId,
            tenant,
            endpoint: connection.endpoint,
            dueAt: options.clock.now(),
          }),
          tenant,
        ),
    };
  };
}

function raisesEvent(change: WorkflowStatusChange, tenant: Tenant): boolean {
  if (change.oldStatus === change.newStatus) return false;
  return change.by === "recruiter" || tenant.settings.switches.workflowEventOnApiPatch === "raise";
}

function notificationOf(
  change: WorkflowStatusChange,
  tenant: Tenant,
): EventNotification<WorkflowStatusChangePayload> {
  return workflowStatusChangeEvent({
    tenant,
    workflowId: profileId(change.workflowId),
    jobId: profileId(change.jobId),
    personId: profileId(change.personId),
    userId: profileId(change.userId),
    oldStatus: change.oldStatus,
    newStatus: change.newStatus,
  });
}

function eventRow(id: string, change: WorkflowStatusChange, body: WorkflowStatusChangePayload) {
  return {
    customer_id: change.customerId,
    id,
    type: body.eventType,
    workflow_id: change.workflowId,
    person_id: change.personId,
    job_id: change.jobId,
    body,
    raised_at: change.at.toISOString(),
  };
}

interface EventDelivery {
  readonly id: string;
  readonly change: WorkflowStatusChange;
  readonly notification: EventNotification<WorkflowStatusChangePayload>;
  readonly sandboxId: SandboxId;
  readonly tenant: Tenant;
  readonly endpoint: string;
  readonly dueAt: Date;
}

function deliveryRow(event: EventDelivery): DeliveryRow {
  const { change, notification } = event;
  return planDelivery({
    id: event.id,
    customerId: change.customerId,
    sandboxId: event.sandboxId,
    region: event.tenant.region,
    kind: "event",
    endpoint: event.endpoint,
    request: {
      method: "POST",
      path: "/events",
      body: notification.body,
      gzip: true,
      headers: { Link: notification.linkHeader },
    },
    references: {
      personId: change.personId,
      jobId: change.jobId,
      workflowId: change.workflowId,
    },
    dueAt: event.dueAt,
    plannedAt: change.at,
  });
}
