import type { JsonColumn, NullableJsonColumn } from "./json-column.ts";

/** The tables of what an approval yields and leads to; see migration 0017. */
export interface ApprovalTables {
  requirement_set: {
    id: string;
    integration_id: string;
    version: number;
    frozen_at: Date;
    content: JsonColumn;
  };
  partner_preflight: { sandbox_id: string; is_green: boolean; at: Date };
  listing: {
    integration_id: string;
    state: string;
    facts: JsonColumn;
    draft: JsonColumn;
    published: NullableJsonColumn;
  };
}
