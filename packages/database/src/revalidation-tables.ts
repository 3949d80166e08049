import type { JsonColumn, NullableJsonColumn } from "./json-column.ts";

/** The tables of reports, releases and revalidations. */
export interface RevalidationTables {
  adherence_report: {
    id: string;
    integration_id: string;
    observation: string;
    exchange_customer_id: string | null;
    exchange_id: string | null;
    reported_by: JsonColumn;
    reported_at: Date;
    state: "open" | "upheld" | "dismissed";
    decided_by: NullableJsonColumn;
    decided_at: Date | null;
    reason: string | null;
  };
  feature_release: {
    id: string;
    title: string;
    what_it_is: string;
    notes: string;
    is_mandatory: boolean;
    framework: string;
    connector_types: string[];
    drafted_by: JsonColumn;
    drafted_at: Date;
    published_by: NullableJsonColumn;
    published_at: Date | null;
  };
  feature_release_notice: {
    release_id: string;
    integration_id: string;
    version: number;
    contact: string;
    notice_id: string;
    deadline_id: string | null;
  };
  revalidation: {
    id: string;
    integration_id: string;
    cause: "report" | "release" | "declared-change" | "developer-support" | "partner";
    subject: string;
    report_id: string | null;
    release_id: string | null;
    deadline_id: string | null;
    validated_version: number;
    opened_by: JsonColumn;
    opened_at: Date;
    state: "open" | "completed" | "withdrawn";
    completed_version: number | null;
    ended_by: NullableJsonColumn;
    ended_at: Date | null;
    reason: string | null;
  };
}
