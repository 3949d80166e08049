import forge from "node-forge";

/** A key and the certificate that was made for it, as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

export interface LeafOptions {
  /** Default 127.0.0.1, where the partners of the tests listen. */
  readonly address?: string;
  /** In days from now; default from yesterday until tomorrow. */
  readonly validFrom?: number;
  readonly validUntil?: number;
}

/** A certificate authority that exists for one test run. */
export interface Authority {
  readonly pem: string;
  readonly issue: (options?: LeafOptions) => Identity;
}

const dayMs = 86_400_000;
const leafKeys = forge.pki.rsa.generateKeyPair(2048);

export function createAuthority(name: string): Authority {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const made = unsigned(name, name, keys.publicKey);
  made.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, critical: true },
  ]);
  made.sign(keys.privateKey, forge.md.sha256.create());
  return {
    pem: forge.pki.certificateToPem(made),
    issue: (options) => leaf(options, { issuer: name, signedWith: keys.privateKey }),
  };
}

/** A certificate that nobody but itself vouches for. */
export function selfSigned(options: LeafOptions = {}): Identity {
  const issuer = options.address ?? "127.0.0.1";
  return leaf(options, { issuer, signedWith: leafKeys.privateKey });
}

function leaf(
  { address = "127.0.0.1", validFrom = -1, validUntil = 1 }: LeafOptions = {},
  {
    issuer,
    signedWith,
  }: { readonly issuer: string; readonly signedWith: forge.pki.rsa.PrivateKey },
): Identity {
  const made = unsigned(address, issuer, leafKeys.publicKey);
  made.validity.notBefore = new Date(Date.now() + validFrom * dayMs);
  made.validity.notAfter = new Date(Date.now() + validUntil * dayMs);
  made.setExtensions([{ name: "subjectAltName", altNames: [{ type: 7, ip: address }] }]);
  made.sign(signedWith, forge.md.sha256.create());
  return {
    key: forge.pki.privateKeyToPem(leafKeys.privateKey),
    cert: forge.pki.certificateToPem(made),
  };
}

let serial = 0x1000;

function unsigned(
  subject: string,
  issuer: string,
  publicKey: forge.pki.rsa.PublicKey,
): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  serial += 1;
  made.serialNumber = serial.toString(16);
  made.publicKey = publicKey;
  made.validity.notBefore = new Date(Date.now() - 30 * dayMs);
  made.validity.notAfter = new Date(Date.now() + 30 * dayMs);
  made.setSubject([{ name: "commonName", value: subject }]);
  made.setIssuer([{ name: "commonName", value: issuer }]);
  return made;
}
