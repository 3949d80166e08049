import type { Scenario } from "@slipway/conformance";

import { createCandidate, moveCandidate } from "../actions.ts";
import { unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** A recruiter moves a candidate and the partner is told. */
export const statusChange: Scenario = {
  id: "events.status-change",
  title: "A recruiter moves a candidate to another status",
  instances: onlyInstance,
  play: async (stage) => {
    const { workflowId } = await stage.step("candidate", createCandidate, unaltered);
    // The first status is where every workflow starts.
    await stage.step("move", moveCandidate, { workflowId, statusIndex: 1 });
  },
};
