import type { Generated } from "kysely";

import type { JsonColumn } from "./json-column.ts";

/** The tables of webhooks: who is told, with which secrets, of what, and how each attempt went. */
export interface WebhookTables {
  webhook: {
    id: string;
    organisation_id: string;
    url: string;
    event_types: JsonColumn<readonly string[]>;
    /** Null: enabled. */
    disabled_at: Date | null;
    disabled_because: string | null;
    /** In a row. */
    failures: Generated<number>;
    failing_since: Date | null;
    last_success_at: Date | null;
    created_at: Date;
  };
  webhook_secret: {
    id: string;
    webhook_id: string;
    ciphertext: Buffer;
    made_at: Date;
    /** Null: the newest. */
    ends_at: Date | null;
  };
  webhook_message: {
    id: Generated<string>;
    webhook_id: string;
    type: string;
    /** The bytes that are signed and sent, as text. */
    body: string;
    occurred_at: Date;
    state: "waiting" | "sending" | "delivered" | "given-up";
    /** On the schedule that it is on now. */
    tries: Generated<number>;
    /** Ever. */
    attempts: Generated<number>;
    due_at: Date;
    worker_id: string | null;
    lease_until: Date | null;
    ended_at: Date | null;
  };
  webhook_attempt: {
    message_id: string;
    number: number;
    at: Date;
    status: number | null;
    failure: string | null;
    answer: string | null;
    duration_ms: number | null;
  };
}
