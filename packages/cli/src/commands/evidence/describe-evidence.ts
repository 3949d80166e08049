import type { EvidenceBundle, EvidenceKey, EvidenceKeys } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

export function describeBundle(bundle: EvidenceBundle): string {
  return [
    `Evidence of integration ${bundle.integrationId}, version ${bundle.version}, decided ${bundle.decidedAt}`,
    `SHA-256 ${bundle.sha256}, ${bundle.byteCount} bytes, signed by key ${bundle.keyId}`,
    `built ${bundle.builtAt}, ${bundle.publishedAt === undefined ? "not published" : `published ${bundle.publishedAt}`}`,
    `verification address: ${bundle.verification}`,
  ].join("\n");
}

export function describeKeys({ keys }: EvidenceKeys): string {
  if (keys.length === 0) return "No key yet: the first is made with the first bundle.";
  return textTable([
    ["key", "standing", "signs from", "until", "revoked because"],
    ...keys.map((key) => [
      key.id,
      standingOf(key),
      key.validFrom,
      key.validUntil ?? "",
      key.revokedBecause ?? "",
    ]),
  ]);
}

function standingOf({ revokedAt, validUntil }: EvidenceKey): string {
  if (revokedAt !== null) return "revoked";
  return validUntil === null ? "signs" : "rotated";
}
