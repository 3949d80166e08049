import type { AccountRole, OrganisationKind } from "./organisation.ts";
import type { Scope } from "./scope.ts";

/** Who calls, as the token says. `installation`: whoever has the data folder's token, an operator who may act for others. */
export type Caller =
  | { readonly kind: "installation" }
  | {
      readonly kind: "account";
      readonly account: Account;
      readonly scopes: readonly Scope[];
      readonly token: { readonly id: string; readonly expiresAt: Date };
    };

/** A person's place in an organisation. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly organisation: { readonly name: string; readonly kind: OrganisationKind };
  readonly createdAt: Date;
}

/** The one organisation whose things a caller may see; undefined where it may see everybody's. */
export function seenBy(caller: Caller): string | undefined {
  if (caller.kind === "installation") return undefined;
  const { kind, name } = caller.account.organisation;
  return kind === "programme" ? undefined : name;
}

/** The role in which a caller calls. */
export function roleOf(caller: Caller): AccountRole {
  return caller.kind === "installation" ? "operator" : caller.account.role;
}
