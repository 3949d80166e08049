import type { Region, SandboxId } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

/** How the platform authenticates to the partner; the secret part is kept apart, encrypted. */
export type PartnerAuthentication =
  | { readonly scheme: "basic"; readonly username: string }
  | { readonly scheme: "hmac"; readonly username: string }
  | OAuthAuthentication;

/** OAuth 2.0 client credentials: the partner's token endpoint gives the token with which it is called. */
export interface OAuthAuthentication {
  readonly scheme: "oauth";
  /** Absolute http or https address without credentials and fragment. */
  readonly tokenAddress: string;
  readonly clientId: string;
  /** Sent as `audience` where the token endpoint wants one. */
  readonly audience?: string;
  /** Sent as `scope` where the token endpoint wants one. */
  readonly scope?: string;
}

/** What must never be shown again. */
export type PartnerSecret =
  | { readonly scheme: "basic"; readonly password: string }
  | { readonly scheme: "hmac"; readonly key: string }
  | { readonly scheme: "oauth"; readonly clientSecret: string };

/** Where and how one tenant of a sandbox reaches the partner. */
export interface PartnerConnection {
  readonly sandboxId: SandboxId;
  readonly region: Region;
  /** Absolute http or https address without credentials, query and fragment; paths are appended to it. */
  readonly endpoint: string;
  readonly authentication: PartnerAuthentication;
  /** PEM certificates of authorities that are trusted for this partner beside the well-known ones. */
  readonly trustedCertificates: string | undefined;
  /** The enablement sheet, as its framework defines it. */
  readonly enablement: JsonObject;
  readonly hasSecret: boolean;
  /** Until when the secret before this one is kept; undefined when there is none. */
  readonly previousSecretUntil: Date | undefined;
  readonly updatedAt: Date;
}
