import type { Page } from "../page.ts";
import { profileTypes } from "../profile-types.ts";

/** The sdk's types of this profile. */
export const sdkApplicantWorkflowPage: Page = {
  path: "packages/sdk/src/profile/applicant-workflow-profile.ts",
  render: async (root) =>
    profileTypes(root, {
      file: "applicant-workflow",
      table: "applicantWorkflowFields",
      name: "ApplicantWorkflow",
    }),
};
