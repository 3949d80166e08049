import type { ColumnType, Generated } from "kysely";

/** The tables of organisations, their people, and the tokens with which those call. */
export interface AccessTables {
  organisation: {
    id: string;
    name: string;
    kind: "programme" | "partner" | "customer";
    /** Null: from the start. */
    created_at: Date | null;
  };
  account: {
    id: string;
    organisation_id: string;
    name: string;
    role: string;
    created_at: Date;
  };
  api_token: {
    id: Generated<string>;
    digest: Buffer;
    prefix: string;
    label: string;
    /** Null: the installation's own. */
    account_id: string | null;
    scopes: ColumnType<readonly string[], string | undefined, string>;
    expires_at: Date | null;
    last_used_at: Date | null;
    revoked_at: Date | null;
    created_at: Date;
  };
}
