import type { Scenario } from "@slipway/conformance";

import { syncPackages } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { onlyInstance } from "../../only-instance.ts";

/** A package is added between two syncs; only for partners that declared that they can add one for a test. */
export const packageAdded: Scenario = {
  id: "packages.package-added",
  title: "The partner adds a package, and the platform reads the list again",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined || stage.declaration.addsTestPackage !== true) return;
    const asked = await stage.step("asked", syncPackages, { addPackage: true });
    if (asked.status === 200) await stage.step("later", syncPackages, {});
  },
};
