import type { Actor } from "./lifecycle.wire.ts";

/** Whoever has people and integrations here. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: "programme" | "partner" | "customer";
  /** Null: there from the start, as the programme's own. */
  readonly createdAt: string | null;
}

export type NewOrganisation = Pick<Organisation, "name" | "kind">;

/** A person's place in an organisation. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Actor["role"];
  readonly organisation: Pick<Organisation, "name" | "kind">;
  readonly createdAt: string;
}

export interface NewAccount extends Pick<Account, "name" | "role"> {
  /** Name of the organisation. Default: the caller's own. */
  readonly organisation?: string;
}

/** What a token can be good for. */
export type Scope =
  | "programme:read"
  | "programme:write"
  | "sandbox:read"
  | "sandbox:write"
  | "runs:read"
  | "runs:write"
  | "admin";

/** A token as it is listed. */
export interface AccessToken {
  readonly id: string;
  /** The token's first characters. */
  readonly prefix: string;
  readonly label: string;
  /** Null: the installation's own. */
  readonly account:
    | (Pick<Account, "id" | "name" | "role"> & { readonly organisation: string })
    | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** A token that was just issued: nowhere else can it be read. */
export interface IssuedToken extends AccessToken {
  readonly token: string;
}

export interface NewToken {
  /** What it is for. */
  readonly label: string;
  /** Default: all that the caller has. */
  readonly scopes?: readonly Scope[];
  /** Default 90. */
  readonly days?: number;
}

/** Who calls. */
export type Me =
  | { readonly kind: "installation"; readonly role: "operator"; readonly organisation: string }
  | {
      readonly kind: "account";
      readonly role: Actor["role"];
      readonly organisation: string;
      readonly name: string;
      readonly accountId: string;
      readonly scopes: readonly Scope[];
      readonly tokenId: string;
      readonly expiresAt: string;
    };
