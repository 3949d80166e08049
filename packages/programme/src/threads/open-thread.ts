import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { checkThreadItem } from "./check-thread-item.ts";
import { askers } from "./thread-transitions.ts";
import { addThreadMessage, insertThread, loadThread } from "./thread.store.ts";
import type { Thread, ThreadItem } from "./thread.ts";

export interface OpenThread {
  readonly integrationId: string;
  readonly item: ThreadItem;
  /** The question. */
  readonly text: string;
  readonly actor: Actor;
}

/** Asks Developer Support about something of an integration; fails with `THREAD-ITEM-NOT-FOUND`. */
export async function openThread(
  parts: ProgrammeParts,
  { integrationId, item, text, actor }: OpenThread,
): Promise<Thread> {
  const { database } = parts;
  const { id: ofIntegration, organisation } = await loadIntegration(
    database.queries,
    integrationId,
  );
  requireRole(actor, { roles: askers, organisation, deed: "ask about the integration" });
  await checkThreadItem(parts, ofIntegration, item);
  const id = parts.ids.uuid();
  const at = parts.clocks.installation.now();
  await database.transaction(async (tx) => {
    await insertThread(tx, { id, integrationId: ofIntegration, item, at });
    await addThreadMessage(tx, id, { author: actor, at, text });
    await appendHistory(tx, {
      integrationId: ofIntegration,
      version: null,
      at,
      actor,
      event: "open-thread",
      reason: text,
      before: null,
      after: { thread: id, state: "open", item: { ...item } },
    });
  });
  return loadThread(database.queries, id);
}
