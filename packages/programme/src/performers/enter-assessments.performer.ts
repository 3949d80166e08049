import { newListNode, type TenantSettings } from "@slipway/ats-model";
import type { Performer } from "@slipway/conformance";
import { enterAssessments } from "@slipway/frameworks";

import { withNode } from "../lists/add-list-nodes.ts";
import { loadEnablement } from "../partner/save-partner-setup.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { changeSettings } from "../sandboxes/change-settings.ts";

/** The two lists that a customer keeps in step with what the partner offers (DOC). */
const lists = ["lists.job.assessment_type", "lists.submittal.assessment_name"];

/** Never offered by anybody: a recruiter's leftover from another vendor. */
const unknownAssessment = "Assessment of a former vendor";

/** Enters the assessments of the enablement sheet into the tenant's lists, and one that the partner does not know. */
export function enterAssessmentsPerformer(parts: ProgrammeParts): Performer {
  return {
    kind: enterAssessments.kind,
    begin: async (_tx, { sandboxId, region, customerId }) => {
      const { packageIds } = await loadEnablement(parts.database.queries, sandboxId, region);
      const tenant = await tenantOf(parts, customerId);
      const names = packageIds.filter((name) => name !== unknownAssessment);
      await changeSettings(parts, tenant, (settings) =>
        [...names, unknownAssessment].reduce(withAssessment, settings),
      );
      return {
        kind: "done",
        facts: {
          packages: names.map((name) => ({ packageId: name, name, active: true })),
          unknown: unknownAssessment,
        },
      };
    },
    look: async () => {
      throw new Error("Expected the assessments to be entered once the step has begun");
    },
  };
}

function withAssessment(settings: TenantSettings, text: string): TenantSettings {
  return lists.reduce(
    (grown, list) =>
      withNode(grown, { list, text: text.trim(), make: (known) => newListNode(text, known) }),
    settings,
  );
}
