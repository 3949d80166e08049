import type { Queries, Row, Transaction } from "@slipway/database";

import type { Design } from "../design/design.ts";
import type { Standing } from "./standing-state.ts";
import { VersionNotFoundProblem } from "./lifecycle.problems.ts";
import type { VersionState } from "./version-state.ts";

/** A version of an integration as it is stored. */
export interface StoredVersion {
  readonly integrationId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly design: Design | undefined;
  /** As it was when it was approved last. */
  readonly approvedDesign: Design | undefined;
  readonly createdAt: Date;
}

/** What every integration begins with: a first version, and no standing. */
export async function insertLifecycle(
  tx: Transaction,
  { integrationId, at }: { readonly integrationId: string; readonly at: Date },
): Promise<void> {
  await insertVersion(tx, { integrationId, number: 1, at });
  await tx
    .insertInto("integration_standing")
    .values({ integration_id: integrationId, state: "none", facts: "{}" })
    .execute();
}

export async function insertVersion(
  tx: Transaction,
  version: { readonly integrationId: string; readonly number: number; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto("integration_version")
    .values({
      integration_id: version.integrationId,
      number: version.number,
      state: "drafting",
      facts: "{}",
      created_at: version.at,
    })
    .execute();
}

/** Oldest first. */
export async function listVersions(
  queries: Queries,
  integrationId: string,
): Promise<readonly StoredVersion[]> {
  const rows = await queries
    .selectFrom("integration_version")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .orderBy("number")
    .execute();
  return rows.map(versionOf);
}

/** The version, held until the transaction ends; fails with `VERSION-NOT-FOUND`. */
export async function lockVersion(
  tx: Transaction,
  integrationId: string,
  number: number,
): Promise<StoredVersion> {
  const row = await tx
    .selectFrom("integration_version")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .where("number", "=", number)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new VersionNotFoundProblem(integrationId, number);
  return versionOf(row);
}

export async function saveVersion(tx: Transaction, version: StoredVersion): Promise<void> {
  const { kind, ...facts } = version.state;
  await tx
    .updateTable("integration_version")
    .set({
      state: kind,
      facts: JSON.stringify(facts),
      design: textOf(version.design),
      approved_design: textOf(version.approvedDesign),
    })
    .where("integration_id", "=", version.integrationId)
    .where("number", "=", version.number)
    .execute();
}

export async function loadStanding(queries: Queries, integrationId: string): Promise<Standing> {
  return standingOf(
    await queries
      .selectFrom("integration_standing")
      .selectAll()
      .where("integration_id", "=", integrationId)
      .executeTakeFirstOrThrow(),
  );
}

/** The standing, held until the transaction ends. */
export async function lockStanding(tx: Transaction, integrationId: string): Promise<Standing> {
  return standingOf(
    await tx
      .selectFrom("integration_standing")
      .selectAll()
      .where("integration_id", "=", integrationId)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  );
}

export async function saveStanding(
  tx: Transaction,
  integrationId: string,
  { kind, ...facts }: Standing,
): Promise<void> {
  await tx
    .updateTable("integration_standing")
    .set({ state: kind, facts: JSON.stringify(facts) })
    .where("integration_id", "=", integrationId)
    .execute();
}

function versionOf(row: Row<"integration_version">): StoredVersion {
  return {
    integrationId: row.integration_id,
    number: row.number,
    // Written by `saveVersion` from the same types.
    state: { kind: row.state, ...row.facts } as unknown as VersionState,
    design: (row.design ?? undefined) as unknown as Design | undefined,
    approvedDesign: (row.approved_design ?? undefined) as unknown as Design | undefined,
    createdAt: row.created_at,
  };
}

function standingOf(row: Row<"integration_standing">): Standing {
  // Written by `saveStanding` from the same type.
  return { kind: row.state, ...row.facts } as unknown as Standing;
}

function textOf(design: Design | undefined): string | null {
  return design === undefined ? null : JSON.stringify(design);
}
