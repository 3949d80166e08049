import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import type { ConnectorType } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import type {
  FeatureRelease,
  FeatureReleaseHead,
  ReleaseState,
  ToldIntegration,
} from "./feature-release.ts";
import { ReleaseNotFoundProblem } from "./release.problems.ts";

export async function insertRelease(queries: Queries, draft: FeatureReleaseHead): Promise<void> {
  await queries
    .insertInto("feature_release")
    .values({
      id: draft.id,
      title: draft.title,
      what_it_is: draft.whatItIs,
      notes: draft.notes,
      is_mandatory: draft.isMandatory,
      framework: draft.framework,
      connector_types: [...draft.connectorTypes],
      drafted_by: JSON.stringify(draft.draftedBy),
      drafted_at: draft.draftedAt,
    })
    .execute();
}

/** The newest first: drafts by when they were drafted, published ones by when they were released. */
export async function listReleases(
  queries: Queries,
  state: ReleaseState,
): Promise<readonly FeatureRelease[]> {
  const wanted = queries.selectFrom("feature_release").selectAll();
  const rows = await wanted
    .where("published_at", state === "draft" ? "is" : "is not", null)
    .orderBy(state === "draft" ? "drafted_at" : "published_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(releaseOf);
}

/** Fails with `RELEASE-NOT-FOUND`. */
export async function loadRelease(queries: Queries, id: string): Promise<FeatureRelease> {
  const row = isUuid(id)
    ? await queries
        .selectFrom("feature_release")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new ReleaseNotFoundProblem(id);
  return releaseOf(row);
}

/** The release, held until the transaction ends. */
export async function lockRelease(tx: Transaction, id: string): Promise<FeatureRelease> {
  const row = await tx
    .selectFrom("feature_release")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return releaseOf(row);
}

/** Whether a published release of the framework has this title. */
export async function isTitleTaken(
  queries: Queries,
  { framework, title }: Pick<FeatureReleaseHead, "framework" | "title">,
): Promise<boolean> {
  const row = await queries
    .selectFrom("feature_release")
    .select("id")
    .where("framework", "=", framework)
    .where("title", "=", title)
    .where("published_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function markPublished(
  tx: Transaction,
  { id, by, at }: { readonly id: string; readonly by: Actor; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable("feature_release")
    .set({ published_by: JSON.stringify(by), published_at: at })
    .where("id", "=", id)
    .execute();
}

export async function insertTold(
  tx: Transaction,
  releaseId: string,
  told: Omit<ToldIntegration, "name">,
): Promise<void> {
  await tx
    .insertInto("feature_release_notice")
    .values({
      release_id: releaseId,
      integration_id: told.integrationId,
      version: told.version,
      contact: told.contact,
      notice_id: told.noticeId,
      deadline_id: told.deadlineId ?? null,
    })
    .execute();
}

export async function listTold(
  queries: Queries,
  releaseId: string,
): Promise<readonly ToldIntegration[]> {
  const rows = await queries
    .selectFrom("feature_release_notice")
    .innerJoin("integration", "integration.id", "feature_release_notice.integration_id")
    .selectAll("feature_release_notice")
    .select("integration.name")
    .where("release_id", "=", releaseId)
    .orderBy("integration.name")
    .execute();
  return rows.map((row) => ({
    integrationId: row.integration_id,
    name: row.name,
    version: row.version,
    contact: row.contact,
    noticeId: row.notice_id,
    deadlineId: row.deadline_id ?? undefined,
  }));
}

function releaseOf(row: Row<"feature_release">): FeatureRelease {
  const head: FeatureReleaseHead = {
    id: row.id,
    title: row.title,
    whatItIs: row.what_it_is,
    notes: row.notes,
    isMandatory: row.is_mandatory,
    framework: row.framework,
    // Written by `insertRelease` alone, as the actor below.
    connectorTypes: row.connector_types as readonly ConnectorType[],
    draftedBy: row.drafted_by as unknown as Actor,
    draftedAt: row.drafted_at,
  };
  if (row.published_at === null) return { ...head, state: "draft" };
  return {
    ...head,
    state: "published",
    // Written by `markPublished` alone, with the instant.
    publishedBy: row.published_by as unknown as Actor,
    publishedAt: row.published_at,
  };
}
