import type { PlatformClient } from "@slipway/platform-client";

import { people } from "./people.ts";

/** A version with the run that is to prove it. */
export interface ProvedVersion {
  readonly integrationId: string;
  readonly version: number;
  readonly runId: string;
  /** Where the platform answers; anybody may ask it how a designation stands. */
  readonly platform: string;
}

/** From submission to designation, with the signed evidence of it. A version that was decided before stays as it is. */
export async function tellDecision(
  client: PlatformClient,
  { integrationId, version, runId, platform }: ProvedVersion,
  say: (line: string) => void,
): Promise<void> {
  const { versions } = await client.loadLifecycle(integrationId);
  const before = versions.find(({ number }) => number === version)?.state.kind;
  if (before !== "building" && before !== "corrections-asked") return;
  const { partner, reviewer } = people;
  await client.moveVersion(integrationId, version, {
    event: "submit-validation",
    actor: partner,
    reason: "Ready.",
    runId,
    confirmedBy: partner.name,
  });
  say(`${partner.name} submits version ${version} with run ${runId}, and confirms it`);
  const reason = "The record shows every requirement.";
  await client.moveVersion(integrationId, version, {
    event: "approve-validation",
    actor: reviewer,
    reason,
  });
  const { standing } = await client.moveStanding(integrationId, {
    event: "designate",
    actor: reviewer,
    reason,
  });
  say(`  ${reviewer.name} approves: ${reason}`);
  say(`  Designated: ${String(standing["as"])}, version ${String(standing["version"])}`);
  const bundle = await client.buildEvidence(integrationId, version, { actor: reviewer });
  say(`  Evidence: ${bundle.byteCount} bytes, SHA-256 ${bundle.sha256}, signed by ${bundle.keyId}`);
  say(`  How the designation stands, for anybody: ${platform}${bundle.verification}`);
}
