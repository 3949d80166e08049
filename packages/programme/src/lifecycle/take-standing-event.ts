import type { Transaction } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";

import { appendHistory } from "../history/history.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { tellOfStanding } from "../webhooks/tell-of-lifecycle.ts";
import { applyStandingEvent, type StandingHappening } from "./apply-standing-event.ts";
import { followStanding } from "./follow-standing.ts";
import type { Unmet } from "./guard.ts";
import { LifecycleRefusedProblem } from "./lifecycle.problems.ts";
import { saveStanding } from "./lifecycle.store.ts";
import type { Standing } from "./standing-state.ts";

export interface TakenStandingEvent {
  readonly integration: Pick<Integration, "id" | "name">;
  /** Held by the transaction. */
  readonly before: Standing;
  readonly unmet: Unmet;
  readonly happening: StandingHappening;
}

/** Moves a standing that the transaction holds, with its history; fails with `LIFECYCLE-REFUSED`. */
export async function takeStandingEvent(
  tx: Transaction,
  taken: TakenStandingEvent,
): Promise<Standing> {
  const { integration, before, happening } = taken;
  const after = standingAfterEvent(taken);
  await saveStanding(tx, integration.id, after);
  await appendHistory(tx, {
    integrationId: integration.id,
    version: null,
    at: happening.at,
    actor: happening.actor,
    event: happening.event,
    reason: happening.reason,
    // Standings are plain data: every member is JSON.
    before: before as unknown as JsonObject,
    after: after as unknown as JsonObject,
  });
  await followStanding(tx, { ...happening, integrationId: integration.id, before, after });
  const { at, event, reason } = happening;
  await tellOfStanding(tx, { integrationId: integration.id, at, event, before, after, reason });
  return after;
}

/** What the standing would be; fails with `LIFECYCLE-REFUSED`, and changes nothing. */
export function standingAfterEvent({
  integration,
  before,
  unmet,
  happening,
}: TakenStandingEvent): Standing {
  const outcome = applyStandingEvent({ standing: before, unmet }, happening);
  if (outcome.kind === "refused")
    throw new LifecycleRefusedProblem(`the integration "${integration.name}"`, outcome);
  return outcome.state;
}
