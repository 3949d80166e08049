/** The tables of the sandbox policy: who accepted which text, and which sandboxes are withdrawn. */
export interface SandboxPolicyTables {
  sandbox_policy_acceptance: {
    sandbox_id: string;
    version: number;
    /** SHA-256 of the text, in hexadecimal. */
    digest: string;
    accepted_by: string;
    accepted_at: Date;
  };
  /** A row while it is withdrawn. */
  sandbox_withdrawal: {
    sandbox_id: string;
    withdrawn_by: string;
    reason: string;
    withdrawn_at: Date;
  };
}
