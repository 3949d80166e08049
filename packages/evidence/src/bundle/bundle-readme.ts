import type { BundleClaim } from "./bundle-claim.ts";

/** What a bundle says to whoever opens it without knowing what it is. */
export function bundleReadme(claim: BundleClaim): string {
  const { integration, version, pack, keyId } = claim;
  return `EVIDENCE BUNDLE

Integration:  ${integration.name} (${integration.id}), version ${version}
Partner:      ${integration.organisation}
Proved:       ${integration.framework}, ${integration.connectorType}, requirement pack ${pack.id} ${pack.version}
Decided:      ${claim.decidedAt}
Signed by:    key ${keyId}

What this is
  The record on which a programme approved one version of an integration: the validation run, what was judged of it, every
  exchange that was taken as evidence, the reviewed design, the enablement sheet, the decision and the history that led to it.
  Secrets and personal data were replaced by marks of the form ⟦kind:digest:length⟧ before anything was stored; they are not
  in here.

What this is not
  A guarantee. It says what was observed in a sandbox at one time. Whether the designation stands today is said by the
  programme's verification address, not by this bundle.

Files
  bundle.json      what the bundle claims, and the id of the key that signed it
  decision.json    the decision, by whom and why
  history.json     what happened to this version until then; each entry with its hash and that of the entry before it
  design.json      the design as it was approved, with its field manifest
  enablement.json  what a customer needs to switch the integration on, for both tenants of the sandbox; no secrets
  run.json         the run: its pack, what the partner declared, its steps with times, which exchange belongs to which step
  verdicts.json    what was judged of it, requirement by requirement
  manifest.json    every field, declared against observed; manifest.csv is the same for a spreadsheet
  exchanges/       every exchange of the run, masked, by tenant
  SHA256SUMS       the SHA-256 of every file but itself and its signature
  SHA256SUMS.sig   the Ed25519 signature over SHA256SUMS

How to verify
  With the slipway command, on any machine, without a network:
    slipway verify BUNDLE.tar --keys evidence-keys.json
  With openssl 3 and sha256sum, in this folder, with the public key of the programme in key.pem:
    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
    sha256sum --strict -c SHA256SUMS
    find . -type f ! -name SHA256SUMS ! -name SHA256SUMS.sig | wc -l    (as many as wc -l < SHA256SUMS: nothing was added)
  Take the key from the programme, not from whoever gave you the bundle. It is published at
  /.well-known/slipway/evidence-keys, with the time from which and until which it signed, and whether it was revoked.
`;
}
