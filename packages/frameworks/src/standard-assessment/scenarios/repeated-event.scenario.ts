import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate } from "../../candidate-actions.ts";
import { onlyInstance } from "../../only-instance.ts";
import { completeApplication, repeatEvent } from "../actions.ts";
import {
  chooseAssessment,
  isSentOn,
  refsOf,
  unaltered,
  wholeApplication,
} from "./begin-application.ts";
import { followCandidate } from "./follow-candidate.ts";

/** Use case 2: a candidate completes the same application twice, by a reload or a second click. */
export const repeatedEvent: Scenario = {
  id: "uc2.repeated-event",
  title: "The same event arrives again",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, {
      ...unaltered,
      assessment: chosen.name,
    });
    const first = await stage.step("event", completeApplication, wholeApplication(candidate));
    if (!isSentOn(first)) return;
    await stage.step("repeat", repeatEvent, {
      candidate: refsOf(candidate),
      deliveryId: first.deliveryId,
    });
    // Whether the repeat left a second row shows once the first is complete; a person is not troubled for that.
    if (!stage.declaration.completesTestOrders) return;
    await followCandidate(stage, candidate, first);
    await stage.step("result", awaitResult, {
      workflowId: candidate.workflowId,
      orderId: null,
      packageName: chosen.name,
      candidateName: candidate.name,
    });
  },
};
