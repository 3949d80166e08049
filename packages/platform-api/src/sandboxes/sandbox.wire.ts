import type { Sandbox } from "@slipway/programme";

/** A sandbox as the API shows it. */
export interface SandboxWire {
  readonly id: string;
  readonly integrationId: string;
  readonly seed: number;
  readonly createdAt: Date;
  readonly tenants: Sandbox["tenants"];
}

export function sandboxWire(sandbox: Sandbox): SandboxWire {
  const { id, integrationId, seed, createdAt, tenants } = sandbox;
  return { id, integrationId, seed, createdAt, tenants };
}
