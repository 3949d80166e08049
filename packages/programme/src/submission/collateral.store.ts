import { createHash } from "node:crypto";

import type { Queries, Row, Transaction } from "@slipway/database";

import type { Actor } from "../lifecycle/actor.ts";
import type { CollateralFile } from "./collateral.ts";

/** Where a file belongs. */
export interface SlotPlace {
  readonly integrationId: string;
  readonly version: number;
  readonly slot: string;
}

type FileRow = Row<"collateral_file">;

/** The whole files of a version, or those on their way, by slot. */
export async function listFiles(
  queries: Queries,
  { integrationId, version }: Omit<SlotPlace, "slot">,
): Promise<readonly FileRow[]> {
  return queries
    .selectFrom("collateral_file")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .where("version", "=", version)
    .execute();
}

export async function findFile(
  queries: Queries,
  { slot, ...version }: SlotPlace,
  which: "whole" | "on-its-way",
): Promise<FileRow | undefined> {
  return (await listFiles(queries, version)).find(
    (row) => row.slot === slot && (row.completed_at === null) === (which === "on-its-way"),
  );
}

export function fileOf(row: FileRow): CollateralFile {
  return {
    name: row.name,
    mediaType: row.media_type,
    byteCount: row.byte_count,
    sha256: row.sha256,
    // Written by `beginUpload` alone.
    uploadedBy: row.uploaded_by as unknown as Actor,
    completedAt: row.completed_at ?? row.begun_at,
  };
}

/** With its parts. */
export async function deleteFile(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom("collateral_file").where("id", "=", id).execute();
}

/** A part that is sent again takes the place of the one before. */
export async function savePart(
  tx: Transaction,
  part: { readonly fileId: string; readonly number: number; readonly bytes: Buffer },
): Promise<void> {
  const { fileId: file_id, number, bytes } = part;
  await tx
    .insertInto("collateral_part")
    .values({ file_id, number, bytes })
    .onConflict((conflict) => conflict.columns(["file_id", "number"]).doUpdateSet({ bytes }))
    .execute();
}

/** Numbers of the parts that are not there. */
export async function missingParts(
  queries: Queries,
  { id, part_count }: Pick<FileRow, "id" | "part_count">,
): Promise<readonly number[]> {
  const rows = await queries
    .selectFrom("collateral_part")
    .select("number")
    .where("file_id", "=", id)
    .execute();
  const there = new Set(rows.map(({ number }) => number));
  return Array.from({ length: part_count }, (_, index) => index + 1).filter(
    (number) => !there.has(number),
  );
}

/** The bytes of a file, part by part: never more than one is held. */
export async function* readParts(
  queries: Queries,
  { id, part_count }: Pick<FileRow, "id" | "part_count">,
): AsyncGenerator<Buffer> {
  for (let number = 1; number <= part_count; number += 1) {
    const { bytes } = await queries
      .selectFrom("collateral_part")
      .select("bytes")
      .where("file_id", "=", id)
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    yield bytes;
  }
}

export async function digestOf(
  queries: Queries,
  file: Pick<FileRow, "id" | "part_count">,
): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of readParts(queries, file)) hash.update(bytes);
  return hash.digest("hex");
}
