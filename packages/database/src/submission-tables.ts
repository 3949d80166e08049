import type { JsonColumn } from "./json-column.ts";

/** The tables of collateral and of what people confirmed about it. */
export interface SubmissionTables {
  collateral_file: {
    id: string;
    integration_id: string;
    version: number;
    slot: string;
    name: string;
    media_type: string;
    byte_count: number;
    part_count: number;
    sha256: string;
    uploaded_by: JsonColumn;
    begun_at: Date;
    /** Null: parts are missing. */
    completed_at: Date | null;
  };
  collateral_part: { file_id: string; number: number; bytes: Buffer };
  confirmation: {
    integration_id: string;
    version: number;
    slot: string;
    of_digest: string;
    confirmed_by: JsonColumn;
    confirmed_at: Date;
  };
}
