import type { Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";
import { addCredential, vendorAudience } from "@slipway/sandbox-api";
import { unreachable } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tenantUser, type CredentialWanted, type TenantUser } from "./tenant-user.ts";
import type {
  BasicCredential,
  HmacCredential,
  IssuedCredential,
  OAuthCredential,
} from "./sandbox.ts";

const secretBytes = 24;
const clientIdBytes = 12;
const overlapMs = 86_400_000;

type Parts = Pick<ProgrammeParts, "clock" | "ids" | "clockOf" | "userKeys">;

/** The group of every credential that names no other. */
const integrationUsers = "Integration User";

/**
 * Issues a credential of the ATS API; the tenant's earlier ones of the same kind and login group end a day later, so that a
 * partner can change over. All others stay, and the new one is for their user where that has none of this kind. The group is
 * "Integration User" unless another is named; one that the tenant has no rules for sees everything.
 */
export async function issueCredential(
  queries: Queries,
  parts: Parts,
  asked: Omit<CredentialWanted, "loginGroup"> & { readonly loginGroup?: string },
): Promise<IssuedCredential> {
  const wanted = { loginGroup: integrationUsers, ...asked };
  await endEarlier(queries, parts, wanted);
  const user = await tenantUser(queries, parts, wanted);
  const { tenant, kind } = wanted;
  switch (kind) {
    case "basic":
      return addPassword(queries, parts, user);
    case "hmac":
      return addKey(queries, parts, { tenant, user });
    case "oauth":
      return addClient(queries, parts, { tenant, user });
    default:
      return unreachable(kind);
  }
}

/** The same for a password of the integration users. */
export async function issuePassword(
  queries: Queries,
  parts: Parts,
  tenant: Tenant,
): Promise<BasicCredential> {
  const wanted = { tenant, kind: "basic", loginGroup: integrationUsers } as const;
  await endEarlier(queries, parts, wanted);
  return addPassword(queries, parts, await tenantUser(queries, parts, wanted));
}

async function addPassword(
  queries: Queries,
  { ids }: Parts,
  user: TenantUser,
): Promise<BasicCredential> {
  const password = ids.secret(secretBytes);
  await addCredential(queries, { ...user, kind: "basic", password });
  const { customerId, username } = user;
  return { kind: "basic", customerId, username, password };
}

interface UserOfTenant {
  readonly tenant: Tenant;
  readonly user: TenantUser;
}

async function addKey(
  queries: Queries,
  { ids, userKeys }: Parts,
  { tenant, user }: UserOfTenant,
): Promise<HmacCredential> {
  const key = ids.secret(secretBytes);
  const sealedKey = await userKeys.seal(tenant, key);
  await addCredential(queries, { ...user, kind: "hmac", sealedKey });
  const { customerId, username } = user;
  return { kind: "hmac", customerId, username, key };
}

async function addClient(
  queries: Queries,
  { ids }: Parts,
  { tenant, user }: UserOfTenant,
): Promise<OAuthCredential> {
  const client = { clientId: ids.secret(clientIdBytes), clientSecret: ids.secret(secretBytes) };
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
  { tenant, kind, loginGroup }: CredentialWanted,
): Promise<void> {
  await queries
    .updateTable("api_credential")
    .set({ expires_at: new Date(clockOf(tenant).now().getTime() + overlapMs) })
    .where("customer_id", "=", tenant.customerId)
    .where("kind", "=", kind)
    .where("login_group", "=", loginGroup)
    .where("expires_at", "is", null)
    .execute();
}
