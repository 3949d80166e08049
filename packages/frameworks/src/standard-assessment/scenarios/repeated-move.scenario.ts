import type { Scenario } from "@slipway/conformance";

import { createCandidate, moveCandidate } from "../../candidate-actions.ts";
import { onlyInstance } from "../../only-instance.ts";
import { repeatEvent } from "../actions.ts";
import { chooseAssessment, refsOf, unaltered } from "./begin-application.ts";

/** Use case 2 by the other trigger: the event of one move arrives twice. */
export const repeatedMove: Scenario = {
  id: "uc2.repeated-move",
  title: "The event of the same move arrives again",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, {
      ...unaltered,
      assessment: chosen.name,
    });
    const { workflowId } = candidate;
    const first = await stage.step("move", moveCandidate, { workflowId, statusIndex: 2 });
    if (first.status !== 200) return;
    await stage.step("repeat", repeatEvent, {
      candidate: refsOf(candidate),
      deliveryId: first.eventDeliveryId,
    });
  },
};
