import type { Framework } from "@slipway/conformance";

import { allChecks } from "./checks/all-checks.ts";
import { chooseStep } from "./choose-step.ts";
import { standardAssessmentPacks } from "./requirement-pack.ts";
import { allScenarios } from "./scenarios/all-scenarios.ts";

/** Standard assessments: the vendor's documented framework of events, a way back, and rows of results. */
export const standardAssessment: Framework = {
  id: "standard-assessment",
  title: "Standard assessments",
  packs: standardAssessmentPacks,
  scenarios: allScenarios,
  checks: allChecks,
  chooseStep,
};
