import type { EvidenceBundle, EvidenceKeys } from "./evidence.wire.ts";
import type { ApiCalls } from "./lifecycle-calls.ts";
import type { Actor } from "./lifecycle.wire.ts";

/** Who changes something, and why. */
interface Change {
  readonly actor?: Actor;
  readonly reason: string;
}

/** The calls about evidence and the keys that sign it. */
export interface EvidenceCalls {
  /** Builds and signs the bundle of an approved version; one that was built before is given as it is. */
  readonly buildEvidence: (
    integrationId: string,
    version: number,
    building: { readonly actor?: Actor },
  ) => Promise<EvidenceBundle>;
  readonly loadEvidence: (integrationId: string, version: number) => Promise<EvidenceBundle>;
  /** The archive. */
  readonly downloadEvidence: (integrationId: string, version: number) => Promise<Uint8Array>;
  readonly publishEvidence: (
    integrationId: string,
    version: number,
    publication: Change & { readonly isPublic: boolean },
  ) => Promise<EvidenceBundle>;
  readonly listEvidenceKeys: () => Promise<EvidenceKeys>;
  readonly rotateEvidenceKey: (change: Change) => Promise<EvidenceKeys>;
  readonly revokeEvidenceKey: (keyId: string, change: Change) => Promise<EvidenceKeys>;
}

type Calls = Pick<ApiCalls, "get" | "post"> & {
  readonly download: (path: string) => Promise<Uint8Array>;
};

export function evidenceCalls({ get, post, download }: Calls): EvidenceCalls {
  return {
    buildEvidence: async (id, version, building) => post(at(id, version), building),
    loadEvidence: async (id, version) => get(at(id, version)),
    downloadEvidence: async (id, version) => download(`${at(id, version)}/archive`),
    publishEvidence: async (id, version, publication) =>
      post(`${at(id, version)}/publication`, publication),
    listEvidenceKeys: async () => get("/evidence-keys"),
    rotateEvidenceKey: async (change) => post("/evidence-keys", change),
    revokeEvidenceKey: async (keyId, change) =>
      post(`/evidence-keys/${encodeURIComponent(keyId)}/revocation`, change),
  };
}

function at(integrationId: string, version: number): string {
  return `/integrations/${encodeURIComponent(integrationId)}/versions/${version}/evidence`;
}
