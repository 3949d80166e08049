import type { Stage } from "@slipway/conformance";

import { syncPackages } from "../actions.ts";

/** A package as scenarios order it. */
export interface ChosenPackage {
  readonly packageId: string;
  readonly name: string;
}

/** The first active package that the partner lists for this tenant, in step `packages`; undefined when it lists none. */
export async function choosePackage(stage: Stage): Promise<ChosenPackage | undefined> {
  const { packages } = await stage.step("packages", syncPackages, {});
  return packages.find((one) => one.active);
}
