import { fail, pass, type RunCheck, fieldUses } from "@slipway/conformance";

import { eachRegion } from "../evidence/each-region.ts";
import { callsOf, listedUses } from "../field-usage/listed-uses.ts";

/** What a partner asks for by name is in the manifest that customers read. */
export const readsDeclaredFields: RunCheck = {
  id: "fields.reads-declared-fields",
  version: 1,
  title: "Asks for no field that its manifest does not declare",
  fault: "partner",
  scope: "run",
  judge: (evidence, { declaration }) =>
    eachRegion(evidence, (calls) => {
      const undeclared = fieldUses(calls, declaration.manifest).filter(
        ({ how, entry }) => entry === undefined && (how === "requested" || how === "delivered"),
      );
      return undeclared.length === 0
        ? pass(...calls)
        : fail(
            {
              expected: "only declared fields in fields=, in paths and in filters",
              arrived: listedUses(undeclared),
              where: "request.query",
              toDo: "Stop asking for these fields, or declare each in the manifest with its profile type and access read.",
            },
            ...callsOf(undeclared),
          );
    }),
};
