import { filterPrefix, isProfileNoun } from "@slipway/ats-model";
import type { ManifestEntry } from "@slipway/conformance";
import type { Exchange, FieldUse } from "@slipway/exchange";

/** One use of a field by a call, with the manifest's entry for it. */
export interface FieldUseOfCall {
  /** `person.email`, `applicantworkflow.assessmentresults.assessmentscore`. */
  readonly key: string;
  readonly profileType: string;
  readonly how: FieldUse;
  readonly entry: ManifestEntry | undefined;
  readonly call: Exchange;
}

/** Every use of a field by these calls, in their order. */
export function fieldUses(
  calls: readonly Exchange[],
  manifest: readonly ManifestEntry[],
): readonly FieldUseOfCall[] {
  return calls.flatMap((call) =>
    call.access.map(({ noun, field, how }) => {
      const profileType = isProfileNoun(noun) ? filterPrefix[noun] : noun;
      const entry = manifest.find((one) => one.profileType === profileType && covers(one, field));
      return { key: `${profileType}.${field}`, profileType, how, entry, call };
    }),
  );
}

/** A declared collection covers its children; a declared child does not cover the collection. */
function covers(entry: ManifestEntry, field: string): boolean {
  return field === entry.field || field.startsWith(`${entry.field}.`);
}
