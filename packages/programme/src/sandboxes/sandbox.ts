import type { Region, SandboxId } from "@slipway/exchange";

import type { IntegrationId } from "../integrations/integration.ts";

/** A pair of tenants made for one integration and used by nobody else. */
export interface Sandbox {
  readonly id: SandboxId;
  readonly integrationId: IntegrationId;
  /** The number from which the tenants' data were made. */
  readonly seed: number;
  readonly createdAt: Date;
  readonly tenants: Readonly<Record<Region, SandboxTenant>>;
}

/** What a partner needs to know of one tenant. */
export interface SandboxTenant {
  readonly customerId: string;
  readonly region: Region;
  readonly name: string;
  /** Where the tenant's API answers, without a slash at the end. */
  readonly publicBase: string;
  readonly timeZone: string;
}

/** A credential of the ATS API, readable this once: only its digest is kept. */
export interface IssuedCredential {
  readonly customerId: string;
  readonly username: string;
  readonly password: string;
}
