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
  readonly authentication: {
    readonly method: "basic";
    readonly username: string;
    /** Left out to keep the one on record. Stored encrypted, never shown again. */
    readonly password?: string;
  };
  /** PEM certificates of authorities to trust for this partner beside the well-known ones. Left out: those alone. */
  readonly trustedCertificates?: string;
  readonly enablement: EnablementSheet;
}

/** What it takes to switch the integration on for a customer (REQ-23). */
export interface EnablementSheet {
  readonly customerId: string;
  readonly authenticationMethod: "basic";
  readonly ipAddresses: readonly string[];
  readonly packageIds: readonly string[];
  readonly optionalFeatures: readonly string[];
}
