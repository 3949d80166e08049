import type { Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";

import type { ProgrammeParts } from "../programme-parts.ts";
import type { CredentialKind } from "./sandbox.ts";

/** The user for whom a credential is issued. */
export interface TenantUser {
  readonly customerId: string;
  readonly username: string;
  readonly userId: number;
  readonly loginGroup: string;
  readonly createdAt: Date;
}

/** The integration user that every credential of a tenant stands for. */
const integrationUserId = 1;
const nameBytes = 4;

/** A credential to be issued: for users of which group, and of which kind. */
export interface CredentialWanted {
  readonly tenant: Tenant;
  readonly kind: CredentialKind;
  readonly loginGroup: string;
}

/**
 * Under the newest name in use in the group that has no credential of this kind yet, ended ones included; else under a new
 * one.
 */
export async function tenantUser(
  queries: Queries,
  { clock, ids }: Pick<ProgrammeParts, "clock" | "ids">,
  { tenant, kind, loginGroup }: CredentialWanted,
): Promise<TenantUser> {
  const rows = await queries
    .selectFrom("api_credential")
    .select(["username", "kind", "expires_at"])
    .where("customer_id", "=", tenant.customerId)
    .where("login_group", "=", loginGroup)
    .orderBy("created_at", "desc")
    .execute();
  const taken = new Set(rows.filter((row) => row.kind === kind).map(({ username }) => username));
  const free = rows.find((row) => row.expires_at === null && !taken.has(row.username));
  return {
    customerId: tenant.customerId,
    username: free?.username ?? `integration.${tenant.customerId}.${ids.secret(nameBytes)}`,
    userId: integrationUserId,
    loginGroup,
    createdAt: clock.now(),
  };
}
