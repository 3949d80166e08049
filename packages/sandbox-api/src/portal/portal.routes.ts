import { customerId, type TenantDirectory } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { FastifyInstance } from "fastify";

import type { SandboxApiOptions } from "../sandbox-api-options.ts";
import { visitReturn } from "./application.store.ts";
import { returnPath } from "./return-address.ts";
import { returnPage, type PortalPage } from "./return-page.ts";

/** What the portal's pages need. */
export interface PortalOptions extends Pick<SandboxApiOptions, "region" | "clockOf"> {
  readonly tenants: TenantDirectory;
  readonly database: Pick<Database, "queries">;
}

/**
 * The candidates' portal, as far as partners send candidates back to it: pages of a tenant beside its API. They are no calls of the
 * ATS API, have no credentials and are not recorded: the mark that they set is.
 */
export function portalRoutes(app: FastifyInstance, options: PortalOptions): void {
  app.get<{ Params: { customerId: string } }>(returnPath, async (request, reply) => {
    const query = new URL(request.url, "http://portal").searchParams;
    const { status, html } = await openReturnPage(options, {
      customer: request.params.customerId,
      token: query.get("token") ?? "",
    });
    return reply
      .code(status)
      .header("Content-Type", "text/html; charset=utf-8")
      .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
      .header("Referrer-Policy", "no-referrer")
      .header("Cache-Control", "no-store")
      .send(html);
  });
}

async function openReturnPage(
  { tenants, region, database, clockOf }: PortalOptions,
  { customer, token }: { readonly customer: string; readonly token: string },
): Promise<PortalPage> {
  const tenant = await tenants.byCustomerId(customerId(customer));
  if (tenant === undefined || tenant.region !== region)
    return returnPage({ kind: "unknown" }, "Portal");
  const visit = await visitReturn(database.queries, {
    customerId: tenant.customerId,
    token,
    at: clockOf(tenant).now(),
  });
  return returnPage(visit, tenant.name);
}
