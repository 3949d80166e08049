/** When an integration may have a sandbox: at any time, or with the approval of its design. */
export const sandboxPolicies = ["self-service", "after-approval"] as const;

export type SandboxPolicy = (typeof sandboxPolicies)[number];
