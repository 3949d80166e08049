import type { ConnectorType } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";

export interface FeatureReleaseHead {
  readonly id: string;
  readonly title: string;
  /** What it is, as the mail to the affected partners says. */
  readonly whatItIs: string;
  /** The release notes. */
  readonly notes: string;
  /** A mandatory one asks for a revalidation within a year. It concerns Prime alone: Standard is asked by a report only. */
  readonly isMandatory: boolean;
  readonly framework: string;
  readonly connectorTypes: readonly ConnectorType[];
  readonly draftedBy: Actor;
  readonly draftedAt: Date;
}

/** A new feature of the suite. Published once, it is never changed. */
export type FeatureRelease = FeatureReleaseHead &
  (
    | { readonly state: "draft" }
    | {
        readonly state: "published";
        readonly publishedBy: Actor;
        /** When it was released: the year of a mandatory feature counts from here. */
        readonly publishedAt: Date;
      }
  );

export const releaseStates = ["draft", "published"] as const;

export type ReleaseState = (typeof releaseStates)[number];

/** An integration that a release concerns. */
export interface AffectedIntegration {
  readonly integrationId: string;
  readonly name: string;
  /** The version that was validated before. */
  readonly version: number;
  readonly validatedAt: Date;
  readonly standing: string;
  /** Who is told; missing where nobody is on record. */
  readonly contact: string | undefined;
}

/** An integration that was told of a published release. */
export interface ToldIntegration {
  readonly integrationId: string;
  readonly name: string;
  readonly version: number;
  readonly contact: string;
  readonly noticeId: string;
  /** Of a mandatory feature. */
  readonly deadlineId: string | undefined;
}

/** Before a release is published whom it would concern; afterwards whom it was told to. */
export type ReleaseAudience =
  | { readonly state: "draft"; readonly affected: readonly AffectedIntegration[] }
  | { readonly state: "published"; readonly told: readonly ToldIntegration[] };
