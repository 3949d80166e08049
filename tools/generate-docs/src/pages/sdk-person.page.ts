import type { Page } from "../page.ts";
import { profileTypes } from "../profile-types.ts";

/** The sdk's types of this profile. */
export const sdkPersonPage: Page = {
  path: "packages/sdk/src/profile/person-profile.ts",
  render: async (root) =>
    profileTypes(root, { file: "person", table: "personFields", name: "Person" }),
};
