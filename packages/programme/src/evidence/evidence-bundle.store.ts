import type { Queries, Transaction } from "@slipway/database";
import { sql } from "kysely";

import type { DecisionBasis } from "./decision-basis.ts";
import type { EvidenceBundle } from "./evidence-bundle.ts";

type Decision = Pick<DecisionBasis, "integrationId" | "version" | "decidedAt">;

/** The bundle of a decision whose key was not revoked; undefined where there is none. */
export async function findBundle(
  queries: Queries,
  { integrationId, version, decidedAt }: Decision,
): Promise<EvidenceBundle | undefined> {
  const row = await queries
    .selectFrom("evidence_bundle")
    .innerJoin("evidence_key", "evidence_key.id", "evidence_bundle.key_id")
    .select(["key_id", "sha256", "built_at", "published_at"])
    .select(sql<number>`octet_length(archive)`.as("byte_count"))
    .where("integration_id", "=", integrationId)
    .where("version", "=", version)
    .where("decided_at", "=", decidedAt)
    .where("evidence_key.revoked_at", "is", null)
    .orderBy("built_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      integrationId,
      version,
      decidedAt,
      keyId: row.key_id,
      sha256: row.sha256.toString("hex"),
      byteCount: row.byte_count,
      builtAt: row.built_at,
      publishedAt: row.published_at ?? undefined,
      verification: `/verify/${integrationId}`,
    }
  );
}

/** Its bytes. */
export async function loadArchive(queries: Queries, bundle: EvidenceBundle): Promise<Buffer> {
  const { archive } = await queries
    .selectFrom("evidence_bundle")
    .select("archive")
    .where("integration_id", "=", bundle.integrationId)
    .where("version", "=", bundle.version)
    .where("decided_at", "=", bundle.decidedAt)
    .where("key_id", "=", bundle.keyId)
    .executeTakeFirstOrThrow();
  return archive;
}

export interface BuiltBundle extends Decision {
  readonly keyId: string;
  readonly sha256: string;
  readonly archive: Buffer;
  readonly builtAt: Date;
}

export async function insertBundle(tx: Transaction, bundle: BuiltBundle): Promise<void> {
  await tx
    .insertInto("evidence_bundle")
    .values({
      integration_id: bundle.integrationId,
      version: bundle.version,
      decided_at: bundle.decidedAt,
      key_id: bundle.keyId,
      sha256: Buffer.from(bundle.sha256, "hex"),
      archive: bundle.archive,
      built_at: bundle.builtAt,
    })
    .execute();
}

/** Since when it is public; undefined takes it back. */
export async function setPublished(
  tx: Transaction,
  bundle: EvidenceBundle,
  publishedAt: Date | undefined,
): Promise<void> {
  await tx
    .updateTable("evidence_bundle")
    .set({ published_at: publishedAt ?? null })
    .where("integration_id", "=", bundle.integrationId)
    .where("version", "=", bundle.version)
    .where("decided_at", "=", bundle.decidedAt)
    .where("key_id", "=", bundle.keyId)
    .execute();
}
