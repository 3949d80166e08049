import type { TenantDirectory } from "@slipway/ats-model";
import type { Region } from "@slipway/exchange";

import type { Arrival } from "../call/arrival.ts";
import { tenantNamed } from "../call/tenant-named.ts";
import { wrongCredentials, type WrongCredentials } from "./credentials.problems.ts";

/** What tells how a tenant refuses credentials. */
export interface CredentialsRefusal {
  readonly region: Region;
  readonly tenants: TenantDirectory;
}

/** Refuses with the code of the tenant that the path names; with the usual one where it names none. */
export async function refuseCredentials(
  { params }: Pick<Arrival, "params">,
  { region, tenants }: CredentialsRefusal,
  wrong: Omit<WrongCredentials, "switches">,
): Promise<never> {
  const tenant = await tenantNamed(tenants, params.customer);
  throw wrongCredentials(
    tenant?.region === region ? { ...wrong, switches: tenant.settings.switches } : wrong,
  );
}
