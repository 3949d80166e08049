import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate } from "../../candidate-actions.ts";
import { onlyInstance } from "../../only-instance.ts";
import { completeApplication } from "../actions.ts";
import { chooseAssessment, isSentOn, unaltered, wholeApplication } from "./begin-application.ts";
import { followCandidate } from "./follow-candidate.ts";

/** Use case 1: from the completed application over the partner's page to the result, and back to the portal. */
export const endToEnd: Scenario = {
  id: "uc1.end-to-end",
  title: "A candidate completes an application, takes the assessment and comes back",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    const assessment = chosen.name;
    const candidate = await stage.step("candidate", createCandidate, { ...unaltered, assessment });
    const event = await stage.step("event", completeApplication, wholeApplication(candidate));
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
