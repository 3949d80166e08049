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

/** The job names an assessment that the partner does not offer. */
export const unknownAssessment: Scenario = {
  id: "application.unknown-assessment",
  title: "An application is completed for a job whose assessment the partner does not know",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    if (!isSentOn(await playControl(stage, chosen.name))) return;
    const candidate = await stage.step("candidate", createCandidate, {
      ...unaltered,
      assessment: chosen.unknown,
    });
    await stage.step("event", completeApplication, wholeApplication(candidate));
  },
};
