import type { Region, SandboxId } from "@slipway/exchange";

import type { IntegrationId } from "../integrations/integration.ts";

/** A pair of tenants made for one integration and used by nobody else. */
export interface Sandbox {
  readonly id: SandboxId;
  readonly integrationId: IntegrationId;
  /** The number from which the tenants' data were made. */
  readonly seed: number;
  readonly createdAt: Date;
  readonly tenants: Readonly<Record<Region, SandboxTenant>>;
}

/** What a partner needs to know of one tenant. */
export interface SandboxTenant {
  readonly customerId: string;
  readonly region: Region;
  readonly name: string;
  /** Where the tenant's API answers, without a slash at the end. */
  readonly publicBase: string;
  readonly timeZone: string;
}

/** How a user of the ATS API proves who it is: by a password, by signing, or by a token that its client asked for. */
export const credentialKinds = ["basic", "hmac", "oauth"] as const;

export type CredentialKind = (typeof credentialKinds)[number];

/** A password of the ATS API, readable this once: only its digest is kept. */
export interface BasicCredential {
  readonly kind: "basic";
  readonly customerId: string;
  readonly username: string;
  readonly password: string;
}

/** A key for signed requests, given out this once: it is kept encrypted. */
export interface HmacCredential {
  readonly kind: "hmac";
  readonly customerId: string;
  readonly username: string;
  readonly key: string;
}

/** A client of OAuth, its secret readable this once: only its digest is kept. */
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

export type IssuedCredential = BasicCredential | HmacCredential | OAuthCredential;
