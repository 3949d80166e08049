import { fail, pass, type RunCheck, fieldUses, type FieldUseOfCall } from "@slipway/conformance";

import { eachRegion } from "../evidence/each-region.ts";
import { callsOf, listedUses } from "../field-usage/listed-uses.ts";

/** What a partner changes in a customer's ATS is in the manifest, also where the ATS refused the write. */
export const writesDeclaredFields: RunCheck = {
  id: "fields.writes-declared-fields",
  version: 1,
  title: "Writes no field that its manifest does not declare as read-write",
  fault: "partner",
  scope: "run",
  judge: (evidence, { declaration }) =>
    eachRegion(evidence, (calls) => {
      const undeclared = fieldUses(calls, declaration.manifest).filter(isUndeclaredWrite);
      return undeclared.length === 0
        ? pass(...calls)
        : fail(
            {
              expected: "writes of fields that are declared with access read-write",
              arrived: listedUses(undeclared),
              where: "request.body",
              toDo: "Stop writing these fields, or declare each in the manifest with its profile type and access read-write.",
            },
            ...callsOf(undeclared),
          );
    }),
};

function isUndeclaredWrite({ how, entry }: FieldUseOfCall): boolean {
  return (how === "written" || how === "write-refused") && entry?.access !== "read-write";
}
