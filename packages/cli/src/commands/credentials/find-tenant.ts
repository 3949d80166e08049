import type { PlatformClient, Region } from "@slipway/platform-client";

import { UsageProblem } from "../../command-line.problems.ts";

/** Where a customer of a sandbox is. */
export interface FoundTenant {
  readonly sandboxId: string;
  readonly region: Region;
  /** Where the customer's API answers. */
  readonly baseUrl: string;
}

/** The tenant with this customer id; without one, the message lists those that there are. */
export async function findTenant(client: PlatformClient, customerId: string): Promise<FoundTenant> {
  const integrations = await client.listIntegrations();
  const ids = integrations.flatMap(({ sandboxId }) => sandboxId ?? []);
  const sandboxes = await Promise.all(ids.map(async (id) => client.loadSandbox(id)));
  const tenants = sandboxes.flatMap(({ id, tenants: { a, b } }) =>
    [a, b].map((tenant) => ({ ...tenant, sandboxId: id })),
  );
  const found = tenants.find((tenant) => tenant.customerId === customerId);
  if (found === undefined) {
    const known = tenants.map((tenant) => tenant.customerId).join(", ");
    throw new UsageProblem(
      `Expected the id of a customer of a sandbox (${known === "" ? "there is none yet" : known}), found "${customerId}".`,
    );
  }
  const { sandboxId, region, publicBase } = found;
  return { sandboxId, region, baseUrl: `${publicBase}/customers/${customerId}` };
}
