import type { SignedAuthorization } from "@slipway/ats-model";

/** Credentials as a request presents them. */
export type PresentedCredentials =
  | { readonly scheme: "basic"; readonly username: string; readonly password: string }
  | { readonly scheme: "bearer"; readonly token: string }
  | ({ readonly scheme: "hmac" } & SignedAuthorization);

/** How a caller proves who it is. */
export type CredentialScheme = PresentedCredentials["scheme"];
