import type { ProgrammeParts } from "../programme-parts.ts";
import { digestOfToken, type IssuedToken } from "./access-token.ts";
import { GrantBeyondOwnProblem } from "./access.problems.ts";
import { checkGrants, loadAccount } from "./account.store.ts";
import type { Caller } from "./caller.ts";
import { scopes as allScopes, type Scope } from "./scope.ts";
import { loadToken } from "./token.store.ts";

export interface IssueToken {
  readonly accountId: string;
  /** What it is for. */
  readonly label: string;
  /** Default: all that the caller has. */
  readonly scopes?: readonly Scope[];
  /** Default 90. */
  readonly days?: number;
}

const secretBytes = 32;
const shownCharacters = 12;
const usualDays = 90;
const dayMs = 86_400_000;

/** Issues a token in an account's name, with no scope that the caller does not have. It is readable in this answer alone. */
export async function issueToken(
  { database: { queries }, clock, ids }: Pick<ProgrammeParts, "database" | "clock" | "ids">,
  caller: Caller,
  { accountId, label, scopes, days = usualDays }: IssueToken,
): Promise<IssuedToken> {
  const account = await loadAccount(queries, accountId);
  checkGrants(caller, account.role);
  const own = caller.kind === "installation" ? allScopes : caller.scopes;
  const beyond = (scopes ?? []).filter((scope) => !own.includes(scope));
  if (beyond.length > 0) throw new GrantBeyondOwnProblem(`the scopes ${beyond.join(", ")}`);
  const token = `slp_${ids.secret(secretBytes)}`;
  const [id, at] = [ids.uuid(), clock.now()];
  await queries
    .insertInto("api_token")
    .values({
      id,
      digest: digestOfToken(token),
      prefix: token.slice(0, shownCharacters),
      label,
      account_id: account.id,
      scopes: JSON.stringify([...new Set(scopes ?? own)]),
      created_at: at,
      expires_at: new Date(at.getTime() + days * dayMs),
    })
    .execute();
  return { ...(await loadToken(queries, id)), token };
}
