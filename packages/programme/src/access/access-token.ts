import { createHash } from "node:crypto";

import type { AccountRole } from "./organisation.ts";
import type { Scope } from "./scope.ts";

/** A token as it is listed: what it says of itself is its prefix. */
export interface AccessToken {
  readonly id: string;
  /** The first characters of the token, by which whoever has it knows which one it is. */
  readonly prefix: string;
  readonly label: string;
  /** Null: the installation's own. */
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly role: AccountRole;
    readonly organisation: string;
  } | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  /** Null: never, as the installation's own. */
  readonly expiresAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A token that was just issued, readable this once: only its digest is kept. */
export interface IssuedToken extends AccessToken {
  readonly token: string;
}

/** What is kept of a token. */
export function digestOfToken(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}
