import type { Scenario } from "@slipway/conformance";

import { onlyInstance } from "../../only-instance.ts";
import { playOtherApplication } from "./begin-application.ts";

/** The job names an assessment that the partner does not offer. */
export const unknownAssessment: Scenario = {
  id: "application.unknown-assessment",
  title: "An application is completed for a job whose assessment the partner does not know",
  instances: onlyInstance,
  play: async (stage) => playOtherApplication(stage, { assessment: "unknown" }),
};
