import type { ProgrammeParts } from "../programme-parts.ts";
import type { AccessToken, IssuedToken } from "./access-token.ts";
import { addAccount, listAccounts, type AddAccount } from "./account.store.ts";
import { seenBy, type Account, type Caller } from "./caller.ts";
import { issueToken, type IssueToken } from "./issue-token.ts";
import { addOrganisation, listOrganisations, type AddOrganisation } from "./organisation.store.ts";
import type { Organisation } from "./organisation.ts";
import { checkOwn, type ThingKind } from "./owner-of.ts";
import { recogniseToken } from "./recognise-token.ts";
import { listTokens, revokeToken } from "./token.store.ts";

/** Who calls, what is theirs, and who lets whom in. */
export interface AccessFunctions {
  /** Who calls with a token; fails with `ACCESS-TOKEN-WRONG`, `ACCESS-TOKEN-EXPIRED` or `ACCESS-TOKEN-REVOKED`. */
  readonly recognise: (token: string | undefined) => Promise<Caller>;
  /** Fails as if there were no such thing where it belongs to an organisation whose things the caller may not see. */
  readonly checkOwn: (
    caller: Caller,
    thing: { readonly kind: ThingKind; readonly id: string },
  ) => Promise<void>;
  readonly addOrganisation: (input: AddOrganisation) => Promise<Organisation>;
  readonly listOrganisations: (caller: Caller) => Promise<readonly Organisation[]>;
  readonly addAccount: (caller: Caller, input: AddAccount) => Promise<Account>;
  readonly listAccounts: (caller: Caller) => Promise<readonly Account[]>;
  readonly issueToken: (caller: Caller, input: IssueToken) => Promise<IssuedToken>;
  readonly listTokens: (caller: Caller) => Promise<readonly AccessToken[]>;
  readonly revokeToken: (id: string) => Promise<AccessToken>;
}

export function accessFunctions(parts: ProgrammeParts): AccessFunctions {
  const { queries } = parts.database;
  return {
    recognise: async (token) => recogniseToken(parts, token),
    checkOwn: async (caller, thing) => checkOwn(queries, caller, thing),
    addOrganisation: async (input) => addOrganisation(parts, input),
    listOrganisations: async (caller) => listOrganisations(queries, seenBy(caller)),
    addAccount: async (caller, input) => addAccount(parts, caller, input),
    listAccounts: async (caller) => listAccounts(queries, seenBy(caller)),
    issueToken: async (caller, input) => issueToken(parts, caller, input),
    listTokens: async (caller) => listTokens(queries, seenBy(caller)),
    revokeToken: async (id) => revokeToken(parts, id),
  };
}
