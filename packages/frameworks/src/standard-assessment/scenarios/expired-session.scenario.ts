import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate } from "../../candidate-actions.ts";
import { onlyInstance } from "../../only-instance.ts";
import { completeApplication } from "../actions.ts";
import { chooseAssessment, isSentOn, unaltered, wholeApplication } from "./begin-application.ts";
import { followCandidate } from "./follow-candidate.ts";

/** A candidate took so long that the portal has forgotten the application; the result has to arrive all the same. */
export const expiredSession: Scenario = {
  id: "application.expired-session",
  title: "A candidate comes back after the session at the portal has ended",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    // A person would have to take this assessment too, and see a page that tells nothing new.
    if (chosen === undefined || !stage.declaration.completesTestOrders) return;
    const assessment = chosen.name;
    const candidate = await stage.step("candidate", createCandidate, { ...unaltered, assessment });
    const event = await stage.step("event", completeApplication, {
      ...wholeApplication(candidate),
      session: "over",
    });
    if (!isSentOn(event)) return;
    await followCandidate(stage, candidate, event);
    await stage.step("result", awaitResult, {
      workflowId: candidate.workflowId,
      orderId: null,
      packageName: assessment,
      candidateName: candidate.name,
    });
  },
};
