import { describeFinding, type BundleVerdict, type BundleVerification } from "@slipway/evidence";

const headlines: Readonly<Record<BundleVerdict, string>> = {
  genuine: "GENUINE: every byte is as it was signed.",
  altered: "ALTERED: this is not what was signed.",
  "key-unknown": "UNPROVED: signed by a key that is not known here.",
  "key-revoked": "REVOKED: signed by a key that was revoked, which proves nothing.",
  "not-a-bundle": "NOT A BUNDLE.",
};

/** What was found, for a person. */
export function describeVerification(file: string, verification: BundleVerification): string {
  const { verdict, sha256, findings } = verification;
  return [
    `${file}: ${headlines[verdict]}`,
    `SHA-256 ${sha256}`,
    ...describeClaim(verification),
    ...describeKey(verification),
    ...findings.map((finding) => `- ${describeFinding(finding)}`),
  ].join("\n");
}

function describeClaim({ claim, verdict }: BundleVerification): readonly string[] {
  if (claim === undefined) return [];
  const { integration, version, pack, decidedAt } = claim;
  return [
    `${verdict === "genuine" ? "It proves" : "It claims"}: ${integration.name} by ${integration.organisation}, version ${version}, ${integration.framework} (${integration.connectorType}), pack ${pack.version}, approved ${decidedAt}`,
  ];
}

function describeKey({ signedBy }: BundleVerification): readonly string[] {
  if (signedBy === undefined || signedBy.revokedAt !== null) return [];
  const { id, validFrom, validUntil } = signedBy;
  return [
    validUntil === null
      ? `Signed by key ${id}, which signs since ${validFrom}.`
      : `Signed by key ${id}, which signed from ${validFrom} until ${validUntil}. Note: an old key; what it signed stays valid.`,
  ];
}
