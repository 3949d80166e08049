import type { ProgrammeParts } from "../programme-parts.ts";
import {
  buildEvidence,
  downloadEvidence,
  loadEvidence,
  publishEvidence,
} from "./build-evidence.ts";
import {
  listEvidenceKeys,
  loadEvidenceKey,
  revokeEvidenceKey,
  rotateEvidenceKey,
} from "./evidence-keys.ts";
import type { EvidenceProgramme } from "./evidence-programme.ts";
import { downloadPublicEvidence, viewVerification } from "./view-verification.ts";

/** The programme's functions about evidence. */
export function evidenceFunctions(parts: ProgrammeParts): EvidenceProgramme {
  return {
    buildEvidence: async (input) => buildEvidence(parts, input),
    loadEvidence: async (place) => loadEvidence(parts, place),
    downloadEvidence: async (place) => downloadEvidence(parts, place),
    publishEvidence: async (input) => publishEvidence(parts, input),
    listEvidenceKeys: async () => listEvidenceKeys(parts.database.queries),
    loadEvidenceKey: async (id) => loadEvidenceKey(parts.database.queries, id),
    rotateEvidenceKey: async (change) => rotateEvidenceKey(parts, change),
    revokeEvidenceKey: async (id, change) => revokeEvidenceKey(parts, id, change),
    viewVerification: async (id) => viewVerification(parts, id),
    downloadPublicEvidence: async (id) => downloadPublicEvidence(parts, id),
  };
}
