import type { JsonColumn, NullableJsonColumn } from "./json-column.ts";

/** The tables of evidence: the keys that sign it, what a decision rested on, and the bundles. */
export interface EvidenceTables {
  evidence_key: {
    id: string;
    public_key: string;
    /** Null once it signs no more. */
    private_ciphertext: Buffer | null;
    made_at: Date;
    made_by: JsonColumn;
    made_because: string;
    ended_at: Date | null;
    revoked_at: Date | null;
    revoked_by: NullableJsonColumn;
    revoked_because: string | null;
  };
  decision_basis: {
    integration_id: string;
    version: number;
    decided_at: Date;
    run_id: string;
    grading_id: string;
    design: JsonColumn;
    enablement: JsonColumn;
  };
  evidence_bundle: {
    integration_id: string;
    version: number;
    decided_at: Date;
    key_id: string;
    sha256: Buffer;
    archive: Buffer;
    built_at: Date;
    published_at: Date | null;
  };
}
