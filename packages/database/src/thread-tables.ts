import type { JsonColumn } from "./json-column.ts";

/** The tables of questions and answers. */
export interface ThreadTables {
  thread: {
    id: string;
    integration_id: string;
    item: JsonColumn;
    state: "open" | "answered" | "resolved";
    /** Null: Developer Support as a whole. */
    owner_account_id: string | null;
    opened_at: Date;
    /** Null unless open: since when an answer is waited for. */
    waiting_since: Date | null;
  };
  thread_message: {
    thread_id: string;
    number: number;
    author: JsonColumn;
    at: Date;
    body: string;
  };
}
