import type { Link } from "../links/link.ts";
import { linkHeader } from "../links/link.ts";
import { profileUrl } from "../links/profile-url.ts";
import type { JobId, PersonId, WorkflowId } from "../noun/profile-ids.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { WorkflowStatusChangePayload } from "./event-payload.ts";
import { workflowStatusChangeEventType } from "./event-payload.ts";

export interface WorkflowStatusChange {
  readonly tenant: Tenant;
  readonly workflowId: WorkflowId;
  readonly jobId: JobId;
  readonly personId: PersonId;
  /** The recruiter who moved the candidate. */
  readonly userId: PersonId;
  /** Node ids such as `D10100`. */
  readonly oldStatus: string;
  readonly newStatus: string;
}

/** What goes out: the body before compression, and the `Link` header that repeats its links. */
export interface EventNotification<Payload> {
  readonly body: Payload;
  readonly linkHeader: string;
}

/**
 * The notification of a status change: ids as texts, four links in body and header (PAY). Statuses are the digits of the
 * node id, as recorded in 2015, unless the tenant's switch `eventStatusIds` asks for whole node ids.
 */
export function workflowStatusChangeEvent(
  change: WorkflowStatusChange,
): EventNotification<WorkflowStatusChangePayload> {
  const { tenant, workflowId, jobId, personId, userId } = change;
  const links = statusChangeLinks(change);
  const body: WorkflowStatusChangePayload = {
    eventType: workflowStatusChangeEventType,
    customerId: tenant.customerId,
    systemId: String(workflowId),
    jobId: String(jobId),
    personId: String(personId),
    userId: String(userId),
    oldStatus: statusText(tenant, change.oldStatus),
    newStatus: statusText(tenant, change.newStatus),
    links,
  };
  return { body, linkHeader: linkHeader(links) };
}

function statusChangeLinks({
  tenant,
  workflowId,
  jobId,
  personId,
  userId,
}: WorkflowStatusChange): readonly Link[] {
  return [
    {
      rel: "applicantWorkflow",
      title: "Applicant Workflow",
      url: profileUrl(tenant, "applicantworkflows", workflowId),
    },
    { rel: "job", title: "Job Profile", url: profileUrl(tenant, "jobs", jobId) },
    { rel: "person", title: "Person Profile", url: profileUrl(tenant, "people", personId) },
    { rel: "user", title: "Posting User", url: profileUrl(tenant, "people", userId) },
  ];
}

function statusText(tenant: Tenant, nodeId: string): string {
  return tenant.settings.switches.eventStatusIds === "node-id"
    ? nodeId
    : nodeId.replace(/^[A-Z]/, "");
}
