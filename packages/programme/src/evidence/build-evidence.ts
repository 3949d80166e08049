import { sha256Of } from "@slipway/evidence";

import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { assembleBundle } from "./assemble-bundle.ts";
import { loadDecisionBasis } from "./decision-basis.ts";
import type { EvidenceBundle } from "./evidence-bundle.ts";
import { findBundle, insertBundle, loadArchive, setPublished } from "./evidence-bundle.store.ts";
import { lockSigningKey } from "./evidence-keys.ts";
import { EvidenceUnbuiltProblem, EvidenceUndecidedProblem } from "./evidence.problems.ts";

export interface VersionOfIntegration {
  readonly integrationId: string;
  readonly version: number;
}

export interface BuildEvidence extends VersionOfIntegration {
  readonly actor: Actor;
}

/** Builds and signs the bundle of an approved version. One that was built before is given as it is, unless its key was revoked. */
export async function buildEvidence(
  parts: ProgrammeParts,
  { integrationId, version, actor }: BuildEvidence,
): Promise<EvidenceBundle> {
  const { database, clocks } = parts;
  const integration = await loadIntegration(database.queries, integrationId);
  const basis = await loadDecisionBasis(database.queries, integration.id, version);
  if (basis === undefined) throw new EvidenceUndecidedProblem(integrationId, version);
  return database.transaction(async (tx) => {
    const key = await lockSigningKey(tx, parts, actor);
    const before = await findBundle(tx, basis);
    if (before !== undefined) return before;
    const archive = await assembleBundle(parts, { integration, basis, key });
    const sha256 = sha256Of(archive);
    const builtAt = clocks.installation.now();
    await insertBundle(tx, { ...basis, keyId: key.id, sha256, archive, builtAt });
    await appendHistory(tx, {
      integrationId: integration.id,
      version,
      at: builtAt,
      actor,
      event: "build-evidence",
      reason: "",
      before: null,
      after: { sha256, keyId: key.id },
    });
    const built = await findBundle(tx, basis);
    if (built === undefined) throw new Error("Expected the bundle that was built, found none");
    return built;
  });
}

/** The bundle of a version as it was built; fails with `EVIDENCE-UNBUILT`. */
export async function loadEvidence(
  { database: { queries } }: Pick<ProgrammeParts, "database">,
  { integrationId, version }: VersionOfIntegration,
): Promise<EvidenceBundle> {
  const { id } = await loadIntegration(queries, integrationId);
  const basis = await loadDecisionBasis(queries, id, version);
  const bundle = basis && (await findBundle(queries, basis));
  if (bundle === undefined) throw new EvidenceUnbuiltProblem(integrationId, version);
  return bundle;
}

/** Its bytes. */
export async function downloadEvidence(
  parts: Pick<ProgrammeParts, "database">,
  place: VersionOfIntegration,
): Promise<Buffer> {
  return loadArchive(parts.database.queries, await loadEvidence(parts, place));
}

export interface PublishEvidence extends BuildEvidence {
  readonly reason: string;
  /** Whether anybody may download it at the verification address. */
  readonly isPublic: boolean;
}

/** Lets anybody download a bundle that was built, or nobody without access any more. */
export async function publishEvidence(
  parts: Pick<ProgrammeParts, "database" | "clocks">,
  { actor, reason, isPublic, ...place }: PublishEvidence,
): Promise<EvidenceBundle> {
  const bundle = await loadEvidence(parts, place);
  const at = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    await setPublished(tx, bundle, isPublic ? (bundle.publishedAt ?? at) : undefined);
    await appendHistory(tx, {
      integrationId: bundle.integrationId,
      version: bundle.version,
      at,
      actor,
      reason,
      event: isPublic ? "publish-evidence" : "withdraw-evidence",
      before: { isPublic: bundle.publishedAt !== undefined },
      after: { isPublic, sha256: bundle.sha256 },
    });
  });
  return loadEvidence(parts, place);
}
