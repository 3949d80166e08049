import type { Link } from "../links/link.ts";
import { linkHeader } from "../links/link.ts";
import { profileUrl } from "../links/profile-url.ts";
import type { JobId, PersonId, WorkflowId } from "../noun/profile-ids.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { ApplicationCompletedPayload } from "./event-payload.ts";
import type { EventNotification } from "./workflow-status-change-event.ts";

export interface ApplicationCompletion {
  readonly tenant: Tenant;
  readonly workflowId: WorkflowId;
  readonly jobId: JobId;
  /** The candidate, who is the user of this event. */
  readonly personId: PersonId;
  /** The portal's page that finishes the application. */
  readonly returnUrl: string;
}

/**
 * The notification that a candidate reached the end of the application: ids as texts (PAY). Recorded traffic of two vendors names
 * it `ApplicationCompletedEvent`, the documents `AssessmentEvent`; the tenant's switch `applicationCompletedEventType` says which.
 */
export function applicationCompletedEvent({
  tenant,
  workflowId,
  jobId,
  personId,
  returnUrl,
}: ApplicationCompletion): EventNotification<ApplicationCompletedPayload> {
  const links: readonly Link[] = [
    {
      rel: "applicantWorkflow",
      title: "Applicant Workflow",
      url: profileUrl(tenant, "applicantworkflows", workflowId),
    },
    { rel: "job", title: "Job Profile", url: profileUrl(tenant, "jobs", jobId) },
    { rel: "person", title: "Person Profile", url: profileUrl(tenant, "people", personId) },
  ];
  const body: ApplicationCompletedPayload = {
    eventType: tenant.settings.switches.applicationCompletedEventType,
    customerId: tenant.customerId,
    systemId: String(workflowId),
    userId: String(personId),
    returnUrl,
    links,
  };
  return { body, linkHeader: linkHeader(links) };
}
