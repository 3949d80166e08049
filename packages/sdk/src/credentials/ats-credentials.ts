/** The name and password of the integration user. */
export interface BasicCredentials {
  readonly kind: "basic";
  readonly username: string;
  readonly password: string;
}

/** The name of the integration user and the key shared with the ATS. */
export interface HmacCredentials {
  readonly kind: "hmac";
  readonly username: string;
  readonly key: string;
}

/** OAuth 2.0 client credentials. */
export interface OAuthCredentials {
  readonly kind: "oauth";
  /** Such as `https://login.icims.com/oauth/token`. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Left out: the vendor's, `https://api.icims.com/v1/`. */
  readonly audience?: string;
}

/** How a program proves to the ATS who it is. */
export type AtsCredentials = BasicCredentials | HmacCredentials | OAuthCredentials;
