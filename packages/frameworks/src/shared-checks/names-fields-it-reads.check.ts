import {
  pass,
  warn,
  type ManifestEntry,
  type RunCheck,
  fieldUses,
  type FieldUseOfCall,
} from "@slipway/conformance";

import { eachRegion } from "../evidence/each-region.ts";
import { callsOf, listedUses } from "../field-usage/listed-uses.ts";

/** A read without `fields=` delivers what nobody declared; naming the fields keeps personal data where it is. */
export const namesFieldsItReads: RunCheck = {
  id: "fields.names-fields-it-reads",
  version: 1,
  title: "Names the fields it reads instead of taking the default set",
  fault: "partner",
  scope: "run",
  judge: (evidence, { declaration }) =>
    eachRegion(evidence, (calls) => {
      const unasked = fieldUses(calls, declaration.manifest).filter(
        ({ how, entry }) => entry === undefined && how === "delivered-by-default",
      );
      return unasked.length === 0
        ? pass(...calls)
        : warn(
            {
              expected: "reads that name their fields",
              arrived: `undeclared fields delivered because the call named none: ${listedUses(unasked)}`,
              where: "request.query",
              toDo: queriesToSend(unasked, declaration.manifest),
            },
            ...callsOf(unasked),
          );
    }),
};

function queriesToSend(
  unasked: readonly FieldUseOfCall[],
  manifest: readonly ManifestEntry[],
): string {
  const types = [...new Set(unasked.map(({ profileType }) => profileType))];
  return types
    .map((type) => {
      const fields = manifest.filter(({ profileType }) => profileType === type);
      return fields.length === 0
        ? `Do not read ${type}: the manifest declares none of its fields.`
        : `Read ${type} with fields=${fields.map(({ field }) => field).join(",")}.`;
    })
    .join(" ");
}
