import type { Scenario } from "@slipway/conformance";

import { createCandidate } from "../../candidate-actions.ts";
import { onlyInstance } from "../../only-instance.ts";
import { completeApplication } from "../actions.ts";
import {
  chooseAssessment,
  isSentOn,
  playControl,
  unaltered,
  wholeApplication,
} from "./begin-application.ts";

/** An event carries members that no document names, as every later version of the ATS may. */
export const unknownMembers: Scenario = {
  id: "events.unknown-members",
  title: "An event arrives with members that the partner does not know",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    if (!isSentOn(await playControl(stage, chosen.name))) return;
    const candidate = await stage.step("candidate", createCandidate, {
      ...unaltered,
      assessment: chosen.name,
    });
    await stage.step("event", completeApplication, {
      ...wholeApplication(candidate),
      alter: { portalId: "101", eventVersion: 2, context: { language: "en", tags: [] } },
    });
  },
};
