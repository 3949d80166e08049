import { describe, expect, it } from "vitest";
import { profileId } from "../noun/parse-profile-id.ts";
import type { JobId, PersonId, WorkflowId } from "../noun/profile-ids.ts";
import { tenantA, tenantSwitched } from "../tenant/tenant.world.ts";
import { workflowStatusChangeEvent } from "./workflow-status-change-event.ts";

const change = {
  tenant: tenantA,
  workflowId: profileId<WorkflowId>(501),
  jobId: profileId<JobId>(77),
  personId: profileId<PersonId>(88),
  userId: profileId<PersonId>(9),
  oldStatus: "D10100",
  newStatus: "C2028",
};
const base = "http://127.0.0.1:8701/customers/9001";

describe("the event of a status change", () => {
  it("carries every id as a text, statuses as the digits of their node, and four links (PAY)", () => {
    expect(workflowStatusChangeEvent(change).body).toStrictEqual({
      eventType: "WorkFlowStatusChangeEvent",
      customerId: "9001",
      systemId: "501",
      jobId: "77",
      personId: "88",
      userId: "9",
      oldStatus: "10100",
      newStatus: "2028",
      links: [
        {
          rel: "applicantWorkflow",
          title: "Applicant Workflow",
          url: `${base}/applicantworkflows/501`,
        },
        { rel: "job", title: "Job Profile", url: `${base}/jobs/77` },
        { rel: "person", title: "Person Profile", url: `${base}/people/88` },
        { rel: "user", title: "Posting User", url: `${base}/people/9` },
      ],
    });
  });

  it("repeats the links in a header without angle brackets (PAY)", () => {
    expect(workflowStatusChangeEvent(change).linkHeader).toBe(
      `${base}/applicantworkflows/501;rel="applicantWorkflow";title="Applicant Workflow", ` +
        `${base}/jobs/77;rel="job";title="Job Profile", ` +
        `${base}/people/88;rel="person";title="Person Profile", ` +
        `${base}/people/9;rel="user";title="Posting User"`,
    );
  });

  it("carries whole node ids where the tenant's switch says so", () => {
    const { body } = workflowStatusChangeEvent({
      ...change,
      tenant: tenantSwitched({ eventStatusIds: "node-id" }),
    });
    expect([body.oldStatus, body.newStatus]).toStrictEqual(["D10100", "C2028"]);
  });
});
