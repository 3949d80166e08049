import type {
  AccessToken,
  Account,
  IssuedToken,
  Me,
  NewAccount,
  NewOrganisation,
  NewToken,
  Organisation,
} from "./access.wire.ts";
import type { ApiCalls } from "./lifecycle-calls.ts";

/** The calls about who may do what. */
export interface AccessCalls {
  readonly showMe: () => Promise<Me>;
  /** The same again returns the one there is. */
  readonly addOrganisation: (input: NewOrganisation) => Promise<Organisation>;
  readonly listOrganisations: () => Promise<readonly Organisation[]>;
  /** The same again returns the one there is. */
  readonly addAccount: (input: NewAccount) => Promise<Account>;
  readonly listAccounts: () => Promise<readonly Account[]>;
  /** The token stands in this answer and nowhere else. */
  readonly issueToken: (accountId: string, input: NewToken) => Promise<IssuedToken>;
  readonly listTokens: () => Promise<readonly AccessToken[]>;
  readonly revokeToken: (tokenId: string) => Promise<AccessToken>;
}

export function accessCalls({ get, post }: Pick<ApiCalls, "get" | "post">): AccessCalls {
  return {
    showMe: async () => get("/me"),
    addOrganisation: async (input) => post("/organisations", input),
    listOrganisations: async () =>
      (await get<{ readonly organisations: readonly Organisation[] }>("/organisations"))
        .organisations,
    addAccount: async (input) => post("/accounts", input),
    listAccounts: async () =>
      (await get<{ readonly accounts: readonly Account[] }>("/accounts")).accounts,
    issueToken: async (accountId, input) =>
      post(`/accounts/${encodeURIComponent(accountId)}/tokens`, input),
    listTokens: async () =>
      (await get<{ readonly tokens: readonly AccessToken[] }>("/tokens")).tokens,
    revokeToken: async (tokenId) => post(`/tokens/${encodeURIComponent(tokenId)}/revoke`),
  };
}
