import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import type { Actor } from "./actor.ts";
import { ReviewItemNotFoundProblem } from "./lifecycle.problems.ts";

/** A question about a version, and its answer. While one is open nothing is approved. */
export type ReviewItem = {
  readonly id: string;
  readonly version: number;
  /** What it is about: a field, an exchange, a requirement, in words. */
  readonly about: string;
  readonly question: string;
  readonly openedBy: Actor;
  readonly openedAt: Date;
} & (
  | { readonly state: "open" }
  | {
      readonly state: "closed";
      readonly answer: string;
      readonly closedBy: Actor;
      readonly closedAt: Date;
    }
);

export interface NewReviewItem {
  readonly id: string;
  readonly integrationId: string;
  readonly version: number;
  readonly about: string;
  readonly question: string;
  readonly actor: Actor;
  readonly at: Date;
}

export async function insertReviewItem(tx: Transaction, item: NewReviewItem): Promise<void> {
  await tx
    .insertInto("review_item")
    .values({
      id: item.id,
      integration_id: item.integrationId,
      version: item.version,
      about: item.about,
      question: item.question,
      opened_by: JSON.stringify(item.actor),
      opened_at: item.at,
    })
    .execute();
}

/** Closes an open item with its answer; fails with `REVIEW-ITEM-NOT-FOUND`. Returns the version it is of. */
export async function closeReviewItem(
  tx: Transaction,
  item: {
    readonly id: string;
    readonly integrationId: string;
    readonly answer: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<number> {
  const closed = isUuid(item.id)
    ? await tx
        .updateTable("review_item")
        .set({ answer: item.answer, closed_by: JSON.stringify(item.actor), closed_at: item.at })
        .where("id", "=", item.id)
        .where("integration_id", "=", item.integrationId)
        .where("closed_at", "is", null)
        .returning("version")
        .executeTakeFirst()
    : undefined;
  if (closed === undefined) throw new ReviewItemNotFoundProblem(item.id);
  return closed.version;
}

/** Of all versions of an integration, oldest first. */
export async function listReviewItems(
  queries: Queries,
  integrationId: string,
): Promise<readonly ReviewItem[]> {
  const rows = await queries
    .selectFrom("review_item")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
  return rows.map(itemOf);
}

function itemOf(row: Row<"review_item">): ReviewItem {
  const head = {
    id: row.id,
    version: row.version,
    about: row.about,
    question: row.question,
    // Written by `insertReviewItem` alone.
    openedBy: row.opened_by as unknown as Actor,
    openedAt: row.opened_at,
  };
  if (row.closed_at === null) return { ...head, state: "open" };
  return {
    ...head,
    state: "closed",
    answer: row.answer ?? "",
    // Written by `closeReviewItem` alone, with the instant.
    closedBy: row.closed_by as unknown as Actor,
    closedAt: row.closed_at,
  };
}
