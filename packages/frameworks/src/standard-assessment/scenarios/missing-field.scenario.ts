import type { Scenario } from "@slipway/conformance";

import { alteredFields } from "../../altered-fields.ts";
import { createCandidate } from "../../candidate-actions.ts";
import { completeApplication } from "../actions.ts";
import { requiredFields } from "../field-manifest.ts";
import { chooseAssessment, isSentOn, playControl, wholeApplication } from "./begin-application.ts";

/** Use case 3: a required field of the candidate or the job is empty, each in its turn. */
export const missingField: Scenario = {
  id: "uc3.missing-field",
  title: "An application is completed that lacks one required field",
  instances: ({ declaration }) =>
    missable(declaration.manifest).map((field) => ({
      name: field,
      parameters: { fields: [field] },
    })),
  play: async (stage) => {
    const chosen = await chooseAssessment(stage);
    if (chosen === undefined) return;
    const assessment = chosen.name;
    if (!isSentOn(await playControl(stage, assessment))) return;
    const without = alteredFields(stage.parameters);
    const candidate = await stage.step("candidate", createCandidate, {
      without,
      blank: {},
      assessment,
    });
    await stage.step("event", completeApplication, wholeApplication(candidate));
  },
};

type Manifest = Parameters<Scenario["instances"]>[0]["declaration"]["manifest"];

/** The framework's own required fields, then those that the partner declared as required, once each. */
function missable(manifest: Manifest): readonly string[] {
  const declared = manifest
    .filter(({ required, profileType }) => required && ["person", "job"].includes(profileType))
    .map(({ profileType, field }) => `${profileType}.${field}`);
  return [...new Set([...requiredFields, ...declared])];
}
