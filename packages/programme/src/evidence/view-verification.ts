import type { Queries } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import { listHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import { loadStanding } from "../lifecycle/lifecycle.store.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { loadDecisionBasis } from "./decision-basis.ts";
import { findBundle, loadArchive } from "./evidence-bundle.store.ts";
import { EvidenceUnbuiltProblem, VerificationNotFoundProblem } from "./evidence.problems.ts";
import { publicStandingOf } from "./public-standing.ts";
import type { PublicStanding, Verification } from "./verification.ts";

type Parts = Pick<ProgrammeParts, "database" | "clocks">;

/**
 * What anybody may know of an integration, as it stands now; fails with `VERIFICATION-NOT-FOUND` for one that was never
 * designated. Reasons, people and customers are nobody else's business.
 */
export async function viewVerification(parts: Parts, id: string): Promise<Verification> {
  const { queries } = parts.database;
  const designated = isUuid(id) ? await lastDesignation(queries, id) : undefined;
  if (designated === undefined) throw new VerificationNotFoundProblem(id);
  const { name, organisation, framework } = await loadIntegration(queries, id);
  const at = parts.clocks.installation.now();
  const standing = await publicStanding(queries, await loadStanding(queries, id), at);
  if (standing === undefined) throw new VerificationNotFoundProblem(id);
  return {
    id,
    at,
    integration: name,
    organisation,
    framework,
    standing,
    designation: designated.as,
    version: designated.version,
    since: new Date(designated.since),
    ...(await proofOf(queries, id, designated.version)),
  };
}

/** The bundle of the designated version, if anybody may download it; fails with `EVIDENCE-UNBUILT`. */
export async function downloadPublicEvidence(parts: Parts, id: string): Promise<Buffer> {
  const { version } = await viewVerification(parts, id);
  const { queries } = parts.database;
  const basis = await loadDecisionBasis(queries, id, version);
  const bundle = basis && (await findBundle(queries, basis));
  if (bundle?.publishedAt === undefined) throw new EvidenceUnbuiltProblem(id, version);
  return loadArchive(queries, bundle);
}

type Designated = Extract<Standing, { readonly kind: "designated" }>;

/** Also of an integration that is suspended or removed by now. */
async function lastDesignation(queries: Queries, id: string): Promise<Designated | undefined> {
  const history = await listHistory(queries, id);
  const entry = history.findLast(({ event, version }) => event === "designate" && version === null);
  // Written by `moveStanding` from the same type.
  return entry?.after as unknown as Designated | undefined;
}

async function publicStanding(
  queries: Queries,
  standing: Standing,
  now: Date,
): Promise<PublicStanding | undefined> {
  const dueAt =
    "deadlineId" in standing ? await dueDateOf(queries, standing.deadlineId) : undefined;
  return publicStandingOf(standing, { dueAt, now });
}

async function dueDateOf(queries: Queries, deadlineId: string): Promise<Date | undefined> {
  if (!isUuid(deadlineId)) return undefined;
  const row = await queries
    .selectFrom("deadline")
    .select("due_at")
    .where("id", "=", deadlineId)
    .executeTakeFirst();
  return row?.due_at ?? undefined;
}

async function proofOf(
  queries: Queries,
  id: string,
  version: number,
): Promise<Pick<Verification, "pack" | "bundle">> {
  const basis = await loadDecisionBasis(queries, id, version);
  if (basis === undefined) return { pack: undefined, bundle: undefined };
  const pack = await queries
    .selectFrom("grading")
    .select(["pack_id as id", "pack_version as version"])
    .where("id", "=", basis.gradingId)
    .executeTakeFirst();
  const bundle = await findBundle(queries, basis);
  return {
    pack,
    bundle: bundle && {
      sha256: bundle.sha256,
      keyId: bundle.keyId,
      isPublic: bundle.publishedAt !== undefined,
    },
  };
}
