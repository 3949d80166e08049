import type { Declaration } from "@slipway/conformance";
import type { Region } from "@slipway/exchange";

/** What a partner enters to be called: endpoint and authentication of each tenant, the enablement sheet, the declaration. */
export interface PartnerSetup {
  readonly connections: Readonly<Record<Region, PartnerConnectionInput>>;
  readonly declaration: Declaration;
}

export interface PartnerConnectionInput {
  /** Address below which the framework's paths are called, as `https://partner.example.test/prime`. */
  readonly endpoint: string;
  readonly authentication: PartnerAuthenticationInput;
  /** PEM certificates of authorities to trust for this partner beside the well-known ones. Left out: those alone. */
  readonly trustedCertificates?: string;
  readonly enablement: EnablementSheet;
}

/** How the platform proves itself to the partner. Secrets are left out to keep those on record; stored encrypted, never shown again. */
export type PartnerAuthenticationInput =
  | { readonly method: "basic"; readonly username: string; readonly password?: string }
  /** The vendor's scheme `x-icims-v1-hmac-sha256`. */
  | { readonly method: "hmac"; readonly username: string; readonly sharedKey?: string }
  /** OAuth 2.0 client credentials. */
  | {
      readonly method: "oauth";
      readonly tokenAddress: string;
      readonly clientId: string;
      readonly clientSecret?: string;
      readonly audience?: string;
      readonly scope?: string;
    };

export type AuthenticationMethod = PartnerAuthenticationInput["method"];

/** What it takes to switch the integration on for a customer (REQ-23). */
export interface EnablementSheet {
  readonly customerId: string;
  readonly authenticationMethod: AuthenticationMethod;
  readonly ipAddresses: readonly string[];
  readonly packageIds: readonly string[];
  readonly optionalFeatures: readonly string[];
}
