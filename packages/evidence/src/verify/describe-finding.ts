import { unreachable } from "@slipway/foundation";

import type { BundleFinding } from "./bundle-finding.ts";

/** A finding as a sentence: what was expected, what was found, where. */
export function describeFinding(finding: BundleFinding): string {
  switch (finding.kind) {
    case "not-a-bundle":
      return "Expected an evidence bundle (a tar archive with the folder evidence/), found something else.";
    case "truncated":
      return `Expected the whole archive, found that it ends too early${finding.within === undefined ? "" : `, within ${finding.within}`}. Fetch it again.`;
    case "archive-altered":
      return `Expected the archive as it was packed, found it altered at byte ${finding.offset}${finding.near === undefined ? "" : `, at the entry of ${finding.near} or right after it`}.`;
    case "file-altered":
      return `Expected ${finding.path} with SHA-256 ${finding.expected}, found it altered: ${finding.found}.`;
    case "file-missing":
      return `Expected ${finding.path}, found that it was dropped.`;
    case "file-added":
      return `Expected only what was signed, found ${finding.path}, which was added.`;
    case "file-renamed":
      return `Expected ${finding.from}, found it renamed to ${finding.to}.`;
    case "sums-unreadable":
      return `Expected a SHA-256 and a path in line ${finding.line} of SHA256SUMS, found something else.`;
    case "signature-wrong":
      return `Expected SHA256SUMS as key ${finding.keyId} signed it, found that it or its signature was altered.`;
    case "key-unknown":
      return `Expected the signature of a known key, found one of ${finding.keyId ?? "a key that is not named"}, which is not among the keys given. Get the list from the programme, at /.well-known/slipway/evidence-keys, and name it with --keys.`;
    case "key-revoked":
      return `Expected a key that is trusted, found that key ${finding.keyId} was revoked at ${finding.at}: ${finding.because} Ask the programme for a bundle that another key signed.`;
    default:
      return unreachable(finding);
  }
}
