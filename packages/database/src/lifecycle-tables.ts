import type { JsonColumn, NullableJsonColumn } from "./json-column.ts";

/** The tables of versions, standing and review items; see migration 0012. */
export interface LifecycleTables {
  integration_version: {
    integration_id: string;
    number: number;
    state: string;
    facts: JsonColumn;
    design: NullableJsonColumn;
    approved_design: NullableJsonColumn;
    created_at: Date;
  };
  integration_standing: { integration_id: string; state: string; facts: JsonColumn };
  review_item: {
    id: string;
    integration_id: string;
    version: number;
    about: string;
    question: string;
    opened_by: JsonColumn;
    opened_at: Date;
    answer: string | null;
    closed_by: NullableJsonColumn;
    closed_at: Date | null;
  };
}
