import type { Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";
import { addCredential, vendorAudience } from "@slipway/sandbox-api";
import { unreachable } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tenantUser } from "./tenant-user.ts";
import type {
  BasicCredential,
  CredentialKind,
  HmacCredential,
  IssuedCredential,
  OAuthCredential,
} from "./sandbox.ts";

const secretBytes = 24;
const clientIdBytes = 12;
const overlapMs = 86_400_000;

type Parts = Pick<ProgrammeParts, "clock" | "ids" | "clockOf" | "userKeys">;

/**
 * Issues a credential of the ATS API; the tenant's earlier ones of the same kind end a day later, so that a partner can change
 * over. Those of other kinds stay, and the new one is for their user where that has none of this kind.
 */
export async function issueCredential(
  queries: Queries,
  parts: Parts,
  { tenant, kind }: { readonly tenant: Tenant; readonly kind: CredentialKind },
): Promise<IssuedCredential> {
  switch (kind) {
    case "basic":
      return issuePassword(queries, parts, tenant);
    case "hmac":
      return issueKey(queries, parts, tenant);
    case "oauth":
      return issueClient(queries, parts, tenant);
    default:
      return unreachable(kind);
  }
}

/** The same for a password. */
export async function issuePassword(
  queries: Queries,
  parts: Parts,
  tenant: Tenant,
): Promise<BasicCredential> {
  await endEarlier(queries, parts, { tenant, kind: "basic" });
  const user = await tenantUser(queries, parts, { tenant, kind: "basic" });
  const password = parts.ids.secret(secretBytes);
  await addCredential(queries, { ...user, kind: "basic", password });
  const { customerId, username } = user;
  return { kind: "basic", customerId, username, password };
}

async function issueKey(queries: Queries, parts: Parts, tenant: Tenant): Promise<HmacCredential> {
  await endEarlier(queries, parts, { tenant, kind: "hmac" });
  const user = await tenantUser(queries, parts, { tenant, kind: "hmac" });
  const key = parts.ids.secret(secretBytes);
  const sealedKey = await parts.userKeys.seal(tenant, key);
  await addCredential(queries, { ...user, kind: "hmac", sealedKey });
  const { customerId, username } = user;
  return { kind: "hmac", customerId, username, key };
}

async function issueClient(
  queries: Queries,
  parts: Parts,
  tenant: Tenant,
): Promise<OAuthCredential> {
  await endEarlier(queries, parts, { tenant, kind: "oauth" });
  const user = await tenantUser(queries, parts, { tenant, kind: "oauth" });
  const client = {
    clientId: parts.ids.secret(clientIdBytes),
    clientSecret: parts.ids.secret(secretBytes),
  };
  await addCredential(queries, { ...user, kind: "oauth", ...client });
  const { customerId, username } = user;
  return {
    kind: "oauth",
    customerId,
    username,
    tokenUrl: `${tenant.publicBase}/oauth/token`,
    audience: vendorAudience,
    ...client,
  };
}

async function endEarlier(
  queries: Queries,
  { clockOf }: Parts,
  { tenant, kind }: { readonly tenant: Tenant; readonly kind: CredentialKind },
): Promise<void> {
  await queries
    .updateTable("api_credential")
    .set({ expires_at: new Date(clockOf(tenant).now().getTime() + overlapMs) })
    .where("customer_id", "=", tenant.customerId)
    .where("kind", "=", kind)
    .where("expires_at", "is", null)
    .execute();
}
