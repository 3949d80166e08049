/** A password of the ATS API; shown this once. */
export interface Credential {
  readonly kind: "basic";
  readonly customerId: string;
  readonly username: string;
  readonly password: string;
}

/** A credential of the ATS API of any kind; shown this once. */
export type IssuedCredential = Credential | HmacCredential | OAuthCredential;

export type CredentialKind = IssuedCredential["kind"];

/** The key with which a user signs its requests. */
export interface HmacCredential {
  readonly kind: "hmac";
  readonly customerId: string;
  readonly username: string;
  readonly key: string;
}

/** What a client asks for tokens with. */
export interface OAuthCredential {
  readonly kind: "oauth";
  readonly customerId: string;
  /** The user on whose behalf the client calls. */
  readonly username: string;
  readonly tokenUrl: string;
  readonly audience: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** From where a customer's integration user may call the ATS API; an empty list: from anywhere. */
export interface CallerAddresses {
  readonly customerId: string;
  readonly addresses: readonly string[];
}

/** A credential to be issued. */
export interface CredentialWanted<Kind extends CredentialKind> {
  readonly kind: Kind;
  /** Whose rules its user is under. Default "Integration User". */
  readonly loginGroup?: string;
}
