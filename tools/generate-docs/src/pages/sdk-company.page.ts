import type { Page } from "../page.ts";
import { profileTypes } from "../profile-types.ts";

/** The sdk's types of this profile. */
export const sdkCompanyPage: Page = {
  path: "packages/sdk/src/profile/company-profile.ts",
  render: async (root) =>
    profileTypes(root, { file: "company", table: "companyFields", name: "Company" }),
};
