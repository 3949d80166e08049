import { canonicalJson, readJson, type Json } from "@slipway/foundation";

import { bundleFormat } from "./bundle-layout.ts";

/** What a bundle says that it proves. It is as true as the signature over it. */
export interface BundleClaim {
  /** The key that signed it. */
  readonly keyId: string;
  readonly integration: {
    readonly id: string;
    readonly name: string;
    readonly organisation: string;
    readonly framework: string;
    readonly connectorType: string;
  };
  readonly version: number;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly runId: string;
  readonly gradingId: string;
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
}

/** The claim as it stands in the bundle. */
export function printClaim(claim: BundleClaim): string {
  return `${canonicalJson({ format: bundleFormat, ...claim })}\n`;
}

/** The claim in a `bundle.json`; undefined where it is none. */
export function parseClaim(text: string): BundleClaim | undefined {
  try {
    // Parsed JSON is JSON.
    return readClaim(JSON.parse(text) as Json);
  } catch {
    // Whoever altered it need not have left JSON, or the members that we know.
    return undefined;
  }
}

function readClaim(json: Json): BundleClaim {
  const claim = readJson(json, "bundle.json");
  claim.at("format").oneOf([bundleFormat]);
  const integration = claim.at("integration");
  const pack = claim.at("pack");
  return {
    keyId: claim.at("keyId").text(),
    integration: {
      id: integration.at("id").text(),
      name: integration.at("name").text(),
      organisation: integration.at("organisation").text(),
      framework: integration.at("framework").text(),
      connectorType: integration.at("connectorType").text(),
    },
    version: claim.at("version").number(),
    pack: {
      id: pack.at("id").text(),
      version: pack.at("version").text(),
      hash: pack.at("hash").text(),
    },
    runId: claim.at("runId").text(),
    gradingId: claim.at("gradingId").text(),
    decidedAt: claim.at("decidedAt").text(),
  };
}
