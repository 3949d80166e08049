import {
  notExercised,
  pass,
  warn,
  type ManifestEntry,
  type RunCheck,
  covers,
  fieldUses,
  type FieldUseOfCall,
} from "@slipway/conformance";
import { regions } from "@slipway/exchange";

import { regionCalls } from "../evidence/region-calls.ts";

/** A manifest that asks for more than is used makes customers grant more than is needed. */
export const usesWhatItDeclares: RunCheck = {
  id: "fields.uses-what-it-declares",
  version: 1,
  title: "Uses every field that its manifest declares, with the access it declares",
  fault: "partner",
  scope: "run",
  judge: (evidence, { declaration: { manifest } }) => {
    const calls = regions.flatMap((region) => regionCalls(evidence, region));
    if (calls.length === 0) return [notExercised("The partner did not call the ATS in this run.")];
    const uses = fieldUses(calls, manifest);
    const unused = manifest.flatMap((entry) => unusedPart(entry, uses));
    return [
      unused.length === 0
        ? pass(...calls)
        : warn({
            expected: "each declared field read, or written where it is declared as read-write",
            arrived: unused.join(", "),
            where: "declaration.manifest",
            toDo: "Take these entries out of the manifest or lower their access, unless a use case outside this run needs them.",
          }),
    ];
  },
};

function unusedPart(entry: ManifestEntry, uses: readonly FieldUseOfCall[]): readonly string[] {
  const key = `${entry.profileType}.${entry.field}`;
  // More than one entry may cover a use: a collection, and a child of it.
  const own = uses.filter((use) => covers(entry, use.key));
  if (own.length === 0) return [`${key} (${entry.access}) was not used`];
  return entry.access === "read-write" && !own.some(({ how }) => how === "written")
    ? [`${key} (read-write) was not written`]
    : [];
}
