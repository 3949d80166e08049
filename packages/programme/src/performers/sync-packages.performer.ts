import type { Performer } from "@slipway/conformance";
import { syncPackages, type SyncPackagesInput } from "@slipway/frameworks";

import { keepPackages } from "../lists/keep-packages.ts";
import { readPackages } from "../lists/read-packages.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { bodyOf, statusOf } from "./answer-facts.ts";
import { deliveryPerformer } from "./delivery-performer.ts";

/** Reads the partner's packages and enters their names into the tenant's assessment names. */
export function syncPackagesPerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<SyncPackagesInput>(parts, {
    kind: syncPackages.kind,
    toDo: "read the package list",
    plan: async (_tx, { place, input }) => ({
      kind: "package-sync",
      request: {
        method: "GET",
        path: "/packages",
        query: {
          customerId: place.customerId,
          ...(input.addPackage === true ? { test: "add-package" } : {}),
        },
      },
    }),
    conclude: async (ended, { tenant }) => {
      const read = readPackages(bodyOf(ended));
      const isList = statusOf(ended) === 200 && read.kind === "packages";
      const packages = isList ? read.packages : [];
      // A call that failed says nothing of the packages there are.
      if (isList) await keepPackages(parts, tenant, packages);
      return {
        status: statusOf(ended),
        packages: packages.map(({ packageId, name, active }) => ({ packageId, name, active })),
      };
    },
  });
}
