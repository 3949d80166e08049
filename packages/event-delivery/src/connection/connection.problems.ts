import { Problem } from "@slipway/foundation";

/** The address of a partner cannot be used. */
export class EndpointInvalidProblem extends Problem {
  constructor(found: string, why: string) {
    super({
      code: "CONNECTION-ENDPOINT-INVALID",
      status: 400,
      message: `Expected the endpoint as an absolute http or https address such as https://partner.example.test/prime, found ${JSON.stringify(found)}: ${why}.`,
    });
  }
}

/** The address of a partner's token endpoint cannot be used. The address is not repeated: its query may hold a key. */
export class TokenAddressInvalidProblem extends Problem {
  constructor(why: string) {
    super({
      code: "CONNECTION-TOKEN-ADDRESS-INVALID",
      status: 400,
      message: `Expected the token address as an absolute http or https address such as https://login.partner.example.test/oauth/token, found another: ${why}.`,
    });
  }
}

/** The additional certificates cannot be read. */
export class CertificatesInvalidProblem extends Problem {
  constructor(cause: unknown) {
    super({
      code: "CONNECTION-CERTIFICATES-INVALID",
      status: 400,
      message:
        "Expected the trusted certificates as PEM text with one or more CERTIFICATE blocks, found something that cannot be read as such. Export them again as PEM.",
      cause,
    });
  }
}

/** There is nothing to call. */
export class ConnectionMissingProblem extends Problem {
  constructor(sandboxId: string, region: string) {
    super({
      code: "CONNECTION-MISSING",
      status: 409,
      message: `Expected a partner connection for region ${region} of sandbox ${sandboxId}, found none. Enter the partner's endpoint and credentials first.`,
    });
  }
}

/** Who we are is known, and the secret for the scheme is not. */
export class SecretMissingProblem extends Problem {
  constructor(sandboxId: string, region: string) {
    super({
      code: "CONNECTION-SECRET-MISSING",
      status: 409,
      message: `Expected stored credentials for region ${region} of sandbox ${sandboxId}, found none. Enter the credentials for the partner.`,
    });
  }
}

const enterAgain =
  "Put the file back from a backup, or enter the credentials of every partner connection again: what was encrypted with another key cannot be read.";

/** The key file does not hold a usable key. */
export class VaultKeyUnusableProblem extends Problem {
  constructor(keyFile: string, found: string, cause?: unknown) {
    super({
      code: "VAULT-KEY-UNUSABLE",
      status: 500,
      message: `Expected the key for partner credentials, 32 bytes readable by their owner alone (mode 0600), in ${keyFile}, found ${found}.`,
      cause,
    });
  }
}

/** Credentials are stored, and the key to them is gone. */
export class VaultKeyLostProblem extends Problem {
  constructor(keyFile: string) {
    super({
      code: "VAULT-KEY-LOST",
      status: 500,
      message: `Expected the key for partner credentials in ${keyFile}, found no such file, and credentials were stored with it. ${enterAgain}`,
    });
  }
}

/** Credentials are stored that another key has encrypted. */
export class VaultKeyChangedProblem extends Problem {
  constructor(keyFile: string) {
    super({
      code: "VAULT-KEY-CHANGED",
      status: 500,
      message: `Expected the key that encrypted the stored partner credentials in ${keyFile}, found another key. ${enterAgain}`,
    });
  }
}

/** What is stored was altered, or belongs to another connection. */
export class SecretAlteredProblem extends Problem {
  constructor(sandboxId: string, region: string) {
    super({
      code: "VAULT-SECRET-ALTERED",
      status: 500,
      message: `Expected the credentials for region ${region} of sandbox ${sandboxId} as they were stored, found them altered or copied from elsewhere. Enter the credentials again.`,
    });
  }
}

/** What is stored of a key with which evidence is signed was altered, or belongs to another key. */
export class SigningKeyAlteredProblem extends Problem {
  constructor(keyId: string) {
    super({
      code: "VAULT-SIGNING-KEY-ALTERED",
      status: 500,
      message: `Expected the private part of evidence key ${keyId} as it was stored, found it altered or copied from elsewhere. Rotate the key: what it signed before stays valid.`,
    });
  }
}

/** What is stored of a webhook's secret was altered, or belongs to another webhook. */
export class WebhookSecretAlteredProblem extends Problem {
  constructor(webhookId: string) {
    super({
      code: "VAULT-WEBHOOK-SECRET-ALTERED",
      status: 500,
      message: `Expected the secret of webhook ${webhookId} as it was stored, found it altered or copied from elsewhere. Remove the webhook and add it again.`,
    });
  }
}
