import type { Queries } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import type { AccessToken } from "./access-token.ts";
import { InstallationTokenProblem, TokenNotFoundProblem } from "./access.problems.ts";
import type { AccountRole } from "./organisation.ts";
import type { Scope } from "./scope.ts";

/** The newest first; only those of the organisation that the caller may see, where it may see one alone. */
export async function listTokens(
  queries: Queries,
  seen: string | undefined,
): Promise<readonly AccessToken[]> {
  const wanted = tokens(queries);
  const rows = await (seen === undefined ? wanted : wanted.where("organisation.name", "=", seen))
    .orderBy("api_token.created_at", "desc")
    .orderBy("api_token.id")
    .execute();
  return rows.map(tokenOf);
}

/** Fails with `TOKEN-NOT-FOUND`. */
export async function loadToken(queries: Queries, id: string): Promise<AccessToken> {
  const row = isUuid(id)
    ? await tokens(queries).where("api_token.id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new TokenNotFoundProblem(id);
  return tokenOf(row);
}

/** Takes a token back: it opens nothing from now on. One that was taken back stays as it is. */
export async function revokeToken(
  { database: { queries }, clock }: Pick<ProgrammeParts, "database" | "clock">,
  id: string,
): Promise<AccessToken> {
  const { account } = await loadToken(queries, id);
  if (account === null) throw new InstallationTokenProblem();
  await queries
    .updateTable("api_token")
    .set({ revoked_at: clock.now() })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
  return loadToken(queries, id);
}

const tokens = (queries: Queries) =>
  queries
    .selectFrom("api_token")
    .leftJoin("account", "account.id", "api_token.account_id")
    .leftJoin("organisation", "organisation.id", "account.organisation_id")
    .select([
      "api_token.id",
      "api_token.prefix",
      "api_token.label",
      "api_token.scopes",
      "api_token.created_at",
      "api_token.expires_at",
      "api_token.last_used_at",
      "api_token.revoked_at",
      "account.id as account_id",
      "account.name as account_name",
      "account.role as account_role",
      "organisation.name as organisation_name",
    ]);

type TokenRow = Awaited<ReturnType<ReturnType<typeof tokens>["executeTakeFirstOrThrow"]>>;

function tokenOf(row: TokenRow): AccessToken {
  const { account_id: id, account_name: name, account_role: role, organisation_name: of } = row;
  return {
    id: row.id,
    prefix: row.prefix,
    label: row.label,
    // Written by `addAccount` and `issueToken` alone.
    account:
      id === null || name === null || of === null
        ? null
        : { id, name, role: role as AccountRole, organisation: of },
    scopes: row.scopes as readonly Scope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
