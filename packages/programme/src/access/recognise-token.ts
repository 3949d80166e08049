import { sql } from "kysely";

import type { ProgrammeParts } from "../programme-parts.ts";
import { digestOfToken } from "./access-token.ts";
import { TokenExpiredProblem, TokenRevokedProblem, TokenWrongProblem } from "./access.problems.ts";
import type { Caller } from "./caller.ts";
import type { AccountRole } from "./organisation.ts";
import type { Scope } from "./scope.ts";

/**
 * Who calls with a token. That one has expired or was revoked is told to whoever has all of it, which is nobody but its owner;
 * what is no token of ours learns nothing more (`ACCESS-TOKEN-WRONG`).
 */
export async function recogniseToken(
  { database: { queries }, clock }: Pick<ProgrammeParts, "database" | "clock">,
  token: string | undefined,
): Promise<Caller> {
  if (token === undefined) throw new TokenWrongProblem("no token");
  const row = await queries
    .selectFrom("api_token")
    .leftJoin("account", "account.id", "api_token.account_id")
    .leftJoin("organisation", "organisation.id", "account.organisation_id")
    .select(["api_token.id", "api_token.prefix", "api_token.scopes", "api_token.expires_at"])
    .select(["api_token.last_used_at", "api_token.revoked_at", "api_token.account_id"])
    .select(["account.name", "account.role", "account.created_at"])
    .select(["organisation.name as organisation_name", "organisation.kind"])
    .where("digest", "=", digestOfToken(token))
    .executeTakeFirst();
  if (row === undefined)
    throw new TokenWrongProblem("a token that this installation did not give out");
  const now = clock.now();
  if (row.revoked_at !== null) throw new TokenRevokedProblem(row.prefix);
  if (row.expires_at !== null && row.expires_at <= now)
    throw new TokenExpiredProblem(row.prefix, row.expires_at);
  if (isWorthNoting(row.last_used_at, now)) await noteUse(queries, row.id, now);
  const { account_id: id, name, role, kind, organisation_name: organisation } = row;
  if (id === null) return { kind: "installation" };
  if (name === null || role === null || kind === null || organisation === null)
    throw new Error(`Expected token ${row.id} to have an account of an organisation, found none`);
  return {
    kind: "account",
    account: {
      id,
      name,
      // Written by `addAccount` alone, as the scopes below by `issueToken`.
      role: role as AccountRole,
      organisation: { name: organisation, kind },
      createdAt: row.created_at ?? now,
    },
    scopes: row.scopes as readonly Scope[],
    token: { id: row.id, expiresAt: row.expires_at ?? now },
  };
}

const noteEveryMs = 60_000;

/** To the minute: a row is not written anew at every call. */
function isWorthNoting(noted: Date | null, now: Date): boolean {
  return noted === null || now.getTime() - noted.getTime() >= noteEveryMs;
}

/** A use is not worth waiting for another's note of the same minute. */
async function noteUse(
  queries: ProgrammeParts["database"]["queries"],
  id: string,
  now: Date,
): Promise<void> {
  await sql`update api_token set last_used_at = ${now}
    where id = (select id from api_token where id = ${id} for update skip locked)`.execute(queries);
}
