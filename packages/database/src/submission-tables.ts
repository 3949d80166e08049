import type { JsonColumn } from "./json-column.ts";

/** The table of what people confirmed about a submission. */
export interface SubmissionTables {
  confirmation: {
    integration_id: string;
    version: number;
    slot: string;
    of_digest: string;
    confirmed_by: JsonColumn;
    confirmed_at: Date;
  };
}
