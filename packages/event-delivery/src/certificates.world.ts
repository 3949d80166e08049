import forge from "node-forge";

export interface TestAuthority {
  readonly pem: string;
  readonly issue: (options: LeafOptions) => TestCertificate;
}

export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface LeafOptions {
  readonly host: string;
  /** Days from now; default from yesterday until tomorrow. */
  readonly validDays?: readonly [from: number, until: number];
}

const dayMs = 86_400_000;

/** A certificate authority of this test run. */
export function createAuthority(name: string): TestAuthority {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const subject = [{ name: "commonName", value: name }];
  const authority = certificate({
    publicKey: keys.publicKey,
    subject,
    issuer: subject,
    days: [-30, 30],
  });
  authority.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
  ]);
  authority.sign(keys.privateKey, forge.md.sha256.create());
  return {
    pem: forge.pki.certificateToPem(authority),
    issue: (options) => issueLeaf(options, { issuer: subject, signWith: keys.privateKey }),
  };
}

/** A certificate that vouches for itself. */
export function selfSigned(options: LeafOptions): TestCertificate {
  return issueLeaf(options);
}

interface Issuer {
  readonly issuer: forge.pki.CertificateField[];
  readonly signWith: forge.pki.rsa.PrivateKey;
}

function issueLeaf({ host, validDays }: LeafOptions, issuer?: Issuer): TestCertificate {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const subject = [{ name: "commonName", value: host }];
  const leaf = certificate({
    publicKey: keys.publicKey,
    subject,
    issuer: issuer?.issuer ?? subject,
    days: validDays ?? [-1, 1],
  });
  leaf.setExtensions([{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }]);
  leaf.sign(issuer?.signWith ?? keys.privateKey, forge.md.sha256.create());
  return {
    cert: forge.pki.certificateToPem(leaf),
    key: forge.pki.privateKeyToPem(keys.privateKey),
  };
}

interface CertificateParts {
  readonly publicKey: forge.pki.rsa.PublicKey;
  readonly subject: forge.pki.CertificateField[];
  readonly issuer: forge.pki.CertificateField[];
  readonly days: readonly [from: number, until: number];
}

let serial = 1;

function certificate({
  publicKey,
  subject,
  issuer,
  days,
}: CertificateParts): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  serial += 1;
  made.publicKey = publicKey;
  made.serialNumber = serial.toString(16).padStart(4, "0");
  made.validity.notBefore = new Date(Date.now() + days[0] * dayMs);
  made.validity.notAfter = new Date(Date.now() + days[1] * dayMs);
  made.setSubject(subject);
  made.setIssuer(issuer);
  return made;
}
