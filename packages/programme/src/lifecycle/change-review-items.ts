import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { Actor } from "./actor.ts";
import { lockVersion } from "./lifecycle.store.ts";
import { closeReviewItem, insertReviewItem } from "./review-items.ts";

export interface OpenReviewItem {
  readonly integrationId: string;
  readonly version: number;
  readonly about: string;
  readonly question: string;
  readonly actor: Actor;
}

export interface CloseReviewItem {
  readonly integrationId: string;
  readonly itemId: string;
  readonly answer: string;
  readonly actor: Actor;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids">;

/** Asks something about a version, in its row's lock: an approval at the same moment sees it or comes first. */
export async function openReviewItem(parts: Parts, input: OpenReviewItem): Promise<void> {
  const { id: integrationId } = await loadIntegration(parts.database.queries, input.integrationId);
  const at = parts.clocks.installation.now();
  const { version, about, question, actor } = input;
  await parts.database.transaction(async (tx) => {
    await lockVersion(tx, integrationId, version);
    const id = parts.ids.uuid();
    await insertReviewItem(tx, { id, integrationId, version, about, question, actor, at });
    await appendHistory(tx, {
      integrationId,
      version,
      at,
      actor,
      event: "open-item",
      reason: question,
      before: null,
      after: { id, about, question },
    });
  });
}

/** Answers and closes an open item; fails with `REVIEW-ITEM-NOT-FOUND`. */
export async function closeOpenItem(parts: Parts, input: CloseReviewItem): Promise<void> {
  const { id: integrationId } = await loadIntegration(parts.database.queries, input.integrationId);
  const at = parts.clocks.installation.now();
  const { itemId: id, answer, actor } = input;
  await parts.database.transaction(async (tx) => {
    const version = await closeReviewItem(tx, { id, integrationId, answer, actor, at });
    await appendHistory(tx, {
      integrationId,
      version,
      at,
      actor,
      event: "close-item",
      reason: answer,
      before: { id, state: "open" },
      after: { id, state: "closed", answer },
    });
  });
}
