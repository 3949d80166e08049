import type {
  Generated,
  GeneratedAlways,
  Kysely,
  Selectable,
  Transaction as KyselyTransaction,
} from "kysely";

import type { Json } from "@slipway/foundation";

import type { AccessTables } from "./access-tables.ts";
import type { ApprovalTables } from "./approval-tables.ts";
import type { EvidenceTables } from "./evidence-tables.ts";
import type { JsonColumn, NullableJsonColumn } from "./json-column.ts";
import type { LifecycleTables } from "./lifecycle-tables.ts";
import type { RevalidationTables } from "./revalidation-tables.ts";
import type { SandboxPolicyTables } from "./sandbox-policy-tables.ts";
import type { SubmissionTables } from "./submission-tables.ts";
import type { ThreadTables } from "./thread-tables.ts";
import type { WebhookTables } from "./webhook-tables.ts";

/** The tables as rows, one property a table. The rules that the columns obey stand in the migrations. */
export interface Schema
  extends
    AccessTables,
    ApprovalTables,
    EvidenceTables,
    LifecycleTables,
    RevalidationTables,
    SandboxPolicyTables,
    SubmissionTables,
    ThreadTables,
    WebhookTables {
  installation: { only_row: Generated<boolean>; id: string; created_at: Date };
  installation_clock: {
    only_row: Generated<boolean>;
    offset_ms: Generated<number>;
    frozen_at: Date | null;
    version: Generated<number>;
  };
  clock_listener: { id: string; seen_version: number; looks: Generated<number> };
  integration: {
    id: string;
    name: string;
    framework: string;
    connector_type: string;
    path: Generated<"programme-defined" | "customer-specific">;
    organisation: Generated<string>;
    contact: string | null;
    for_customer: string | null;
    created_at: Date;
  };
  customer: { id: string; name: string; created_at: Date };
  programme_history: {
    number: number;
    integration_id: string;
    version: number | null;
    at: Date;
    actor: JsonColumn;
    event: string;
    reason: string;
    before: NullableJsonColumn;
    after: JsonColumn;
    previous_hash: Buffer;
    hash: Buffer;
  };
  sandbox: { id: string; integration_id: string; seed: number; mask_key: Buffer; created_at: Date };
  tenant: {
    customer_id: string;
    sandbox_id: string;
    region: "a" | "b";
    name: string;
    public_base: string;
    settings: JsonColumn;
    clock_offset_ms: Generated<number>;
    clock_frozen_at: Date | null;
    created_at: Date;
  };
  partner_connection: {
    sandbox_id: string;
    region: "a" | "b";
    endpoint: string;
    authentication: JsonColumn;
    secret_ciphertext: Buffer | null;
    previous_secret_ciphertext: Buffer | null;
    previous_valid_until: Date | null;
    enablement: JsonColumn;
    updated_at: Date;
  };
  partner_declaration: { sandbox_id: string; declaration: JsonColumn; updated_at: Date };
  api_credential: {
    customer_id: string;
    username: string;
    kind: Generated<"basic" | "hmac" | "oauth">;
    /** Of a password or client secret. */
    secret_digest: Buffer | null;
    client_id: string | null;
    key_ciphertext: Buffer | null;
    user_id: number;
    login_group: string;
    expires_at: Date | null;
    created_at: Date;
  };
  ats_access_token: {
    customer_id: string;
    digest: Buffer;
    username: string;
    kind: Generated<"oauth">;
    expires_at: Date;
    created_at: Date;
  };
  id_block: { customer_id: string; type: string; next_id: number };
  profile: {
    customer_id: string;
    type: string;
    id: number;
    doc: JsonColumn;
    created_at: Date;
    updated_at: Date;
    version: Generated<number>;
    person_id: GeneratedAlways<number | null>;
    job_id: GeneratedAlways<number | null>;
  };
  indexed_field: { customer_id: string; type: string; field: string };
  profile_value: {
    customer_id: string;
    type: string;
    field: string;
    value: string;
    profile_id: number;
  };
  workflow_status_log: {
    customer_id: string;
    workflow_id: number;
    entry: Generated<number>;
    status: string;
    changed_at: Date;
    changed_by: number;
  };
  disturbance: { customer_id: string; workflow_id: number; status: 429 | 503; remaining: number };
  request_quota: { customer_id: string; username: string; day: string; used: number };
  exchange: {
    customer_id: string;
    id: string;
    sandbox_id: string | null;
    direction: "to-ats" | "to-partner";
    at: Date;
    duration_us: number;
    transaction_id: string;
    method: string;
    path: string;
    status: number | null;
    person_id: number | null;
    job_id: number | null;
    workflow_id: number | null;
    order_id: string | null;
    delivery_id: string | null;
    detail: JsonColumn;
  };
  exchange_body: {
    customer_id: string;
    exchange_id: string;
    request: string | null;
    answer: string | null;
  };
  event: {
    customer_id: string;
    id: string;
    type: string;
    workflow_id: number | null;
    person_id: number | null;
    job_id: number | null;
    body: JsonColumn;
    raised_at: Date;
  };
  delivery: {
    customer_id: string;
    id: string;
    sandbox_id: string;
    region: "a" | "b";
    kind: string;
    lane: string;
    request: JsonColumn;
    refs: JsonColumn;
    run_id: string | null;
    step_key: string | null;
    state: "due" | "claimed" | "started" | "finished" | "outcome-unknown";
    due_at: Date;
    lease_until: Date | null;
    worker_id: string | null;
    started_at: Date | null;
    finished_at: Date | null;
    exchange_id: string | null;
    outcome: NullableJsonColumn;
    recruiter_view: NullableJsonColumn;
    created_at: Date;
    location: Generated<string | null>;
  };
  application: {
    customer_id: string;
    workflow_id: number;
    job_id: number;
    token_digest: string;
    completed_at: Date;
    session_ends_at: Date;
    submitted_at: Date | null;
  };
  package: {
    customer_id: string;
    package_id: string;
    name: string;
    description: string | null;
    active: boolean;
    synced_at: Date;
  };
  assessment_order: {
    customer_id: string;
    id: string;
    person_id: number;
    job_id: number;
    workflow_id: number;
    package_id: string;
    test: boolean;
    run_id: string | null;
    created_at: Date;
  };
  deadline: {
    id: string;
    integration_id: string;
    kind: string;
    subject: string;
    recipient: string;
    state: "awaiting-notice" | "running" | "overdue" | "cleared";
    started_at: Date | null;
    due_at: Date | null;
    set_at: Date | null;
    next_at: Date | null;
    opened_at: Date;
    cleared_at: Date | null;
  };
  deadline_history: {
    deadline_id: string;
    entry: number;
    at: Date;
    actor: string;
    event: string;
    reason: string;
    before: NullableJsonColumn;
    after: JsonColumn;
  };
  deadline_firing: {
    deadline_id: string;
    due_at: Date;
    reminder: string;
    fired_at: Date;
    notice_id: string | null;
  };
  notice: {
    id: string;
    integration_id: string;
    deadline_id: string | null;
    kind: string;
    recipient: string;
    subject: string;
    body_text: string;
    body_html: string;
    state: "waiting" | "sending" | "handed-over" | "accepted" | "unknown" | "refused" | "withdrawn";
    due_at: Date;
    attempts: Generated<number>;
    answer: string | null;
    lease_until: Date | null;
    worker_id: string | null;
    handed_over_at: Date | null;
    ended_at: Date | null;
    created_at: Date;
  };
  task: {
    id: string;
    kind: string;
    integration_id: string;
    deadline_id: string | null;
    notice_id: string | null;
    opened_at: Date;
    closed_at: Date | null;
    closed_by: string | null;
    reason: string | null;
  };
  requirement_pack: {
    id: string;
    version: string;
    hash: string;
    content: JsonColumn;
    frozen_at: Date;
  };
  run: {
    id: string;
    sandbox_id: string;
    framework: string;
    pack_id: string;
    pack_version: string;
    state: "driving" | "judging" | "finished" | "cancelled";
    settings: JsonColumn;
    declaration: JsonColumn;
    started_at: Date;
    finished_at: Date | null;
    /** In `judging` how it is to end; in `finished` why it did. */
    ended_because: "cancelled" | "completed" | "given-up" | null;
    /** Null: the whole pack. */
    selection: NullableJsonColumn;
    /** Null in runs from before it was kept. */
    cases: NullableJsonColumn<Json>;
    parent_run_id: string | null;
  };
  run_step: {
    run_id: string;
    region: "a" | "b";
    scenario: string;
    attempt: number;
    step: string;
    kind: string;
    state: "waiting" | "done" | "lost" | "broken";
    input: JsonColumn<Json>;
    facts: NullableJsonColumn;
    waiting: NullableJsonColumn;
    begun_at: Date;
    ended_at: Date | null;
  };
  run_exchange: {
    run_id: string;
    customer_id: string;
    exchange_id: string;
    region: "a" | "b";
    scenario: string | null;
    attempt: number | null;
    step: string | null;
  };
  grading: { id: string; run_id: string; pack_id: string; pack_version: string; graded_at: Date };
  verdict: {
    grading_id: string;
    position: number;
    check_id: string;
    check_version: number;
    region: "a" | "b" | null;
    scenario: string | null;
    verdict: JsonColumn;
    exchanges: JsonColumn<readonly string[]>;
    /** Null where nothing is at fault, and in verdicts from before it was kept. */
    fault: NullableJsonColumn;
  };
}

/** A row of a table as it is read. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;

/** The typed query builder, outside or inside a transaction. */
export type Queries = Kysely<Schema>;

/** An open transaction: whatever takes one writes with it or not at all. */
export type Transaction = KyselyTransaction<Schema>;
