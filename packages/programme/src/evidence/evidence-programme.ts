import type { KeyList, PublishedKey } from "@slipway/evidence";

import type { BuildEvidence, PublishEvidence, VersionOfIntegration } from "./build-evidence.ts";
import type { EvidenceBundle } from "./evidence-bundle.ts";
import type { KeyChange } from "./evidence-keys.ts";
import type { Verification } from "./verification.ts";

/** What the programme does with evidence, its keys, and what it shows of them to anybody. */
export interface EvidenceProgramme {
  /** Builds and signs the bundle of an approved version, or gives the one that was built. */
  readonly buildEvidence: (input: BuildEvidence) => Promise<EvidenceBundle>;
  readonly loadEvidence: (place: VersionOfIntegration) => Promise<EvidenceBundle>;
  /** The archive. */
  readonly downloadEvidence: (place: VersionOfIntegration) => Promise<Buffer>;
  /** Lets anybody download it, or nobody without access any more. */
  readonly publishEvidence: (input: PublishEvidence) => Promise<EvidenceBundle>;
  /** The public keys with their validity. */
  readonly listEvidenceKeys: () => Promise<KeyList>;
  /** One of them; fails with `EVIDENCE-KEY-NOT-FOUND`. */
  readonly loadEvidenceKey: (id: string) => Promise<PublishedKey>;
  readonly rotateEvidenceKey: (change: KeyChange) => Promise<KeyList>;
  readonly revokeEvidenceKey: (id: string, change: KeyChange) => Promise<KeyList>;
  /** What anybody may know of an integration that is or was designated. */
  readonly viewVerification: (id: string) => Promise<Verification>;
  /** The archive of the designated version, if it was published. */
  readonly downloadPublicEvidence: (id: string) => Promise<Buffer>;
}
