import type { Transaction } from "@slipway/database";

import { clearDeadlineIn } from "../deadlines/change-deadline.ts";
import { appendHistory } from "../history/history.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import type { StoredVersion } from "../lifecycle/lifecycle.store.ts";
import { listRevalidations, endRevalidations } from "./revalidation.store.ts";
import type { Revalidation } from "./revalidation.ts";

/** The open revalidations of an integration, by whether a version that was validated answers them. */
export interface OpenRevalidations {
  readonly answered: readonly Revalidation[];
  readonly unanswered: readonly Revalidation[];
}

/** A version answers what was opened before it was validated: at that time an earlier one was the newest. */
export async function openRevalidationsOf(
  tx: Transaction,
  integrationId: string,
  approved: Pick<StoredVersion, "number"> | undefined,
): Promise<OpenRevalidations> {
  const open = (await listRevalidations(tx, { integrationId })).filter(
    ({ state }) => state === "open",
  );
  const isAnswered = ({ validatedVersion }: Revalidation): boolean =>
    approved !== undefined && approved.number > validatedVersion;
  return { answered: open.filter(isAnswered), unanswered: open.filter((one) => !isAnswered(one)) };
}

interface Ending {
  readonly integration: Pick<Integration, "id">;
  readonly revalidations: readonly Revalidation[];
  /** That answers them; missing where they are taken back. */
  readonly version?: number;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Date;
}

/** Ends revalidations and clears their deadlines, which the transaction holds. */
export async function closeRevalidations(
  tx: Transaction,
  { integration, revalidations, version, actor, reason, at }: Ending,
): Promise<void> {
  const ids = revalidations.map(({ id }) => id);
  const answer = version === undefined ? {} : { version };
  await endRevalidations(tx, { ids, ...answer, actor, reason, at });
  for (const { id, deadlineId } of revalidations) {
    if (deadlineId !== undefined)
      await clearDeadlineIn(tx, { change: { id: deadlineId, by: actor.name, reason }, now: at });
    await appendHistory(tx, {
      integrationId: integration.id,
      version: version ?? null,
      at,
      actor,
      event: "end-revalidation",
      reason,
      before: { id, state: "open" },
      after: { id, state: version === undefined ? "withdrawn" : "completed", ...answer },
    });
  }
}
