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

/** An event with a password that the partner never gave out, after one with the right password. */
export const wrongCredentials: Scenario = {
  id: "auth.wrong-credentials",
  title: "An event arrives with wrong credentials",
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
      credentials: "wrong",
    });
  },
};
