import type { Requirement, RequirementPack } from "@slipway/conformance";
import type { OptionalFeature } from "@slipway/frameworks";

import type { ConnectorType } from "../integrations/integration.ts";

/** What a version of an integration has to prove, as it was frozen with the approval of its design (REQ-07). */
export interface RequirementSet {
  readonly framework: string;
  readonly connectorType: ConnectorType;
  /** The pack as it was then; the hash is that of its content. */
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly requirements: readonly RequiredProof[];
  /** What the pack asks of optional features that the design does not declare. */
  readonly leftOut: readonly (RequiredProof & { readonly feature: string })[];
  /** What the design declares and the framework does not know: nothing is asked for it. */
  readonly unknownFeatures: readonly string[];
}

export interface RequiredProof {
  readonly id: string;
  readonly title: string;
  readonly severity: Requirement["severity"];
  /** The optional feature for which it is asked. */
  readonly feature?: string;
}

export interface RequirementSource {
  readonly connectorType: ConnectorType;
  readonly pack: RequirementPack;
  readonly packHash: string;
  /** Those of the framework. */
  readonly features: readonly OptionalFeature[];
  /** Those of the design. */
  readonly declared: readonly string[];
}

/** The requirements of a pack for an integration with these features. Pure. */
export function requirementSetOf(source: RequirementSource): RequirementSet {
  const { pack, features, declared } = source;
  const featureOf = (id: string): string | undefined =>
    features.find(({ requirements }) => requirements.includes(id))?.id;
  const proofs = pack.requirements.map(({ id, title, severity }): RequiredProof => {
    const feature = featureOf(id);
    return { id, title, severity, ...(feature === undefined ? {} : { feature }) };
  });
  const isAsked = ({ feature }: RequiredProof): boolean =>
    feature === undefined || declared.includes(feature);
  return {
    framework: pack.framework,
    connectorType: source.connectorType,
    pack: { id: pack.id, version: pack.version, hash: source.packHash },
    requirements: proofs.filter(isAsked),
    leftOut: proofs.flatMap((proof) => {
      const { feature } = proof;
      return feature === undefined || isAsked(proof) ? [] : [{ ...proof, feature }];
    }),
    unknownFeatures: declared.filter((one) => features.every(({ id }) => id !== one)),
  };
}
