import type { Scenario } from "@slipway/conformance";

import { choosePackage } from "./choose-package.ts";
import { onlyInstance } from "../../only-instance.ts";

/** The platform reads the partner's packages. */
export const packagesListed: Scenario = {
  id: "packages.listed",
  title: "The platform reads the packages that the partner offers to this customer",
  instances: onlyInstance,
  play: async (stage) => {
    await choosePackage(stage);
  },
};
