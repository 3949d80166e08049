import { filterPrefix, isProfileNoun } from "@slipway/ats-model";
import type { ManifestEntry } from "../check.ts";
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
      const key = `${profileType}.${field}`;
      return { key, profileType, how, entry: manifest.find((one) => covers(one, key)), call };
    }),
  );
}

/** A declared collection covers its children; a declared child does not cover the collection. */
export function covers({ profileType, field }: ManifestEntry, key: string): boolean {
  const declared = `${profileType}.${field}`;
  return key === declared || key.startsWith(`${declared}.`);
}
