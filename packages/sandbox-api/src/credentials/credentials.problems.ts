import { vendorErrors, type SwitchSettings } from "@slipway/ats-model";
import type { Header } from "@slipway/exchange";

import { SandboxProblem } from "../call/sandbox.problems.ts";
import type { CredentialScheme } from "./presented-credentials.ts";

/** The switches that say with which code a tenant refuses: 6 is recorded for Basic, 9 is what one client expects for HMAC. */
export type RefusalSwitches = Partial<
  Pick<SwitchSettings, "wrongCredentialsCode" | "invalidSignatureCode">
>;

export interface WrongCredentials {
  readonly scheme: CredentialScheme;
  readonly switches?: RefusalSwitches;
  /** Left out: no more than that they are wrong. */
  readonly message?: string;
}

const plainMessages: Readonly<Record<CredentialScheme, string>> = {
  basic: "Invalid username or password.",
  bearer: "The access token is not valid or has expired. Ask for a new one at /oauth/token.",
  hmac: "The signed credentials are not valid.",
};

const challenges: Readonly<Record<CredentialScheme, Header>> = {
  basic: ["www-authenticate", 'Basic realm="api", charset="UTF-8"'],
  bearer: ["www-authenticate", 'Bearer realm="api", error="invalid_token"'],
  hmac: ["www-authenticate", 'x-icims-v1-hmac-sha256 realm="api"'],
};

/** Missing, unreadable, wrong or expired: of what only its owner can know, the caller is not told which. */
export function wrongCredentials({ scheme, switches, message }: WrongCredentials): SandboxProblem {
  const code =
    scheme === "hmac"
      ? (switches?.invalidSignatureCode ?? "9")
      : (switches?.wrongCredentialsCode ?? "6");
  const error = code === "6" ? vendorErrors.wrongCredentials : vendorErrors.invalidSignature;
  return new SandboxProblem({
    code: "SANDBOX-CREDENTIALS-WRONG",
    status: error.status,
    items: [{ code: error.code, message: message ?? plainMessages[scheme] }],
    headers: [challenges[scheme]],
  });
}
