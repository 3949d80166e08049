import type { Framework } from "@slipway/conformance";

import { allChecks } from "./checks/all-checks.ts";
import { chooseStep } from "./choose-step.ts";
import { primeAssessmentPacks } from "./requirement-pack.ts";
import { allScenarios } from "./scenarios/all-scenarios.ts";

/** Prime assessments: packages are synchronised, candidates are ordered, results are written through the ATS API. */
export const primeAssessment: Framework = {
  id: "prime-assessment",
  title: "Prime assessments",
  packs: primeAssessmentPacks,
  scenarios: allScenarios,
  checks: allChecks,
  chooseStep,
};
