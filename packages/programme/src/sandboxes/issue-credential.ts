import type { Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";
import { addCredential } from "@slipway/sandbox-api";

import type { ProgrammeParts } from "../programme-parts.ts";
import type { IssuedCredential } from "./sandbox.ts";

const passwordBytes = 24;
/** The integration user that every credential of a tenant stands for. */
const integrationUserId = 1;
const overlapMs = 86_400_000;

/** Issues a credential of the ATS API; the tenant's earlier ones end a day later, so that a partner can change over. */
export async function issueCredential(
  queries: Queries,
  { clock, ids, clockOf }: Pick<ProgrammeParts, "clock" | "ids" | "clockOf">,
  tenant: Tenant,
): Promise<IssuedCredential> {
  const now = clockOf(tenant).now();
  await queries
    .updateTable("api_credential")
    .set({ expires_at: new Date(now.getTime() + overlapMs) })
    .where("customer_id", "=", tenant.customerId)
    .where("expires_at", "is", null)
    .execute();
  const credential: IssuedCredential = {
    customerId: tenant.customerId,
    username: `integration.${tenant.customerId}.${ids.secret(4)}`,
    password: ids.secret(passwordBytes),
  };
  await addCredential(queries, {
    ...credential,
    userId: integrationUserId,
    loginGroup: "Integration User",
    createdAt: clock.now(),
  });
  return credential;
}
