import type { CustomerId, Tenant, TenantDirectory } from "@slipway/ats-model";
import type { ConnectionVault } from "@slipway/event-delivery";

import { TenantNotFoundProblem } from "./sandbox.problems.ts";

/** The keys with which users of the ATS API sign: encrypted, since they must be read in order to check a signature. */
export interface UserKeys {
  readonly seal: (tenant: Pick<Tenant, "sandboxId" | "region">, key: string) => Promise<Buffer>;
  readonly unseal: (customerId: string, sealed: Uint8Array) => Promise<string>;
}

export function createUserKeys(vault: ConnectionVault, tenants: TenantDirectory): UserKeys {
  return {
    seal: async ({ sandboxId, region }, key) =>
      vault.seal({ sandboxId, region, use: "ats-user" }, key),
    unseal: async (customerId, sealed) => {
      // The id comes from the row of the key.
      const tenant = await tenants.byCustomerId(customerId as CustomerId);
      if (tenant === undefined) throw new TenantNotFoundProblem(customerId);
      const { sandboxId, region } = tenant;
      return vault.unseal({ sandboxId, region, use: "ats-user" }, sealed);
    },
  };
}
