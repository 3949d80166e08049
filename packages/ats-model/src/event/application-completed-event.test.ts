import { describe, expect, it } from "vitest";

import { profileId } from "../noun/parse-profile-id.ts";
import { tenantSwitched } from "../tenant/tenant.world.ts";
import {
  applicationCompletedEvent,
  type ApplicationCompletion,
} from "./application-completed-event.ts";

const completion: ApplicationCompletion = {
  tenant: tenantSwitched({}),
  workflowId: profileId(501),
  jobId: profileId(77),
  personId: profileId(88),
  returnUrl: "http://127.0.0.1:8701/portal/9001/jobs/77/assessment?i=1&token=t",
};
const base = "http://127.0.0.1:8701/customers/9001";

describe("the event of a completed application", () => {
  it("carries every id as a text, the way back, and three links (PAY)", () => {
    expect(applicationCompletedEvent(completion).body).toStrictEqual({
      eventType: "ApplicationCompletedEvent",
      customerId: "9001",
      systemId: "501",
      userId: "88",
      returnUrl: completion.returnUrl,
      links: [
        {
          rel: "applicantWorkflow",
          title: "Applicant Workflow",
          url: `${base}/applicantworkflows/501`,
        },
        { rel: "job", title: "Job Profile", url: `${base}/jobs/77` },
        { rel: "person", title: "Person Profile", url: `${base}/people/88` },
      ],
    });
  });

  it("bears the name of the documents where the tenant's switch says so (DOC)", () => {
    const tenant = tenantSwitched({ applicationCompletedEventType: "AssessmentEvent" });
    const { body } = applicationCompletedEvent({ ...completion, tenant });
    expect(body.eventType).toBe("AssessmentEvent");
  });
});
