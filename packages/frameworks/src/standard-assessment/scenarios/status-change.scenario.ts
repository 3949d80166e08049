import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate, moveCandidate } from "../../candidate-actions.ts";
import { onlyInstance } from "../../only-instance.ts";
import { chooseAssessment, unaltered } from "./begin-application.ts";

/** The other trigger of use case 1: a recruiter moves the candidate into a trigger status. */
export const statusChange: Scenario = {
  id: "events.status-change",
  title: "A recruiter moves a candidate, who takes the assessment",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    const assessment = chosen.name;
    const candidate = await stage.step("candidate", createCandidate, { ...unaltered, assessment });
    const { workflowId, name } = candidate;
    // The first status is where every workflow starts; the third is that which sends to an assessment.
    const { status } = await stage.step("move", moveCandidate, { workflowId, statusIndex: 2 });
    if (status !== 200) return;
    await stage.step("result", awaitResult, {
      workflowId,
      orderId: null,
      packageName: assessment,
      candidateName: name,
    });
  },
};
