import type { Page } from "../page.ts";
import { profileTypes } from "../profile-types.ts";

/** The sdk's types of this profile. */
export const sdkJobPage: Page = {
  path: "packages/sdk/src/profile/job-profile.ts",
  render: async (root) => profileTypes(root, { file: "job", table: "jobFields", name: "Job" }),
};
