import type { JsonObject } from "@slipway/foundation";

import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { tenantChannel } from "../sandboxes/tenant-directory.ts";
import type { Actor } from "./actor.ts";
import { applyStandingEvent, type StandingHappening } from "./apply-standing-event.ts";
import { LifecycleFactMissingProblem, LifecycleRefusedProblem } from "./lifecycle.problems.ts";
import { listVersions, lockStanding, saveStanding } from "./lifecycle.store.ts";
import { peopleUnmet } from "./people-unmet.ts";
import type { Standing, StandingEvent } from "./standing-state.ts";

/** An event of an integration's standing, as a door hands it in. */
export interface MoveStanding {
  readonly integrationId: string;
  readonly event: StandingEvent;
  readonly actor: Actor;
  readonly reason: string;
  /** With `ask-revalidation`: the deadline by which it has to be done. */
  readonly deadlineId?: string;
}

/**
 * Moves an integration's standing by an event, with its history in the same transaction; fails with `LIFECYCLE-REFUSED`. What is
 * suspended is refused by the ATS API from the moment at which this returns, in other processes as soon as they are told.
 */
export async function moveStanding(parts: ProgrammeParts, move: MoveStanding): Promise<Standing> {
  const { database, clocks } = parts;
  const integration = await loadIntegration(database.queries, move.integrationId);
  const standing = await database.transaction(async (tx) => {
    const before = await lockStanding(tx, integration.id);
    const approved = (await listVersions(tx, integration.id)).findLast(
      ({ state }) => state.kind === "approved",
    );
    const happening = happeningOf(move, {
      at: clocks.installation.now(),
      as: integration.connectorType,
      version: approved?.number ?? 0,
    });
    const unmet = {
      ...peopleUnmet(integration, move),
      ...(approved === undefined ? { "validation-approved": "none" } : {}),
    };
    const outcome = applyStandingEvent({ standing: before, unmet }, happening);
    if (outcome.kind === "refused")
      throw new LifecycleRefusedProblem(`the integration "${integration.name}"`, outcome);
    await saveStanding(tx, integration.id, outcome.state);
    await appendHistory(tx, {
      integrationId: integration.id,
      version: null,
      at: happening.at,
      actor: move.actor,
      event: move.event,
      reason: move.reason,
      // Standings are plain data: every member is JSON.
      before: before as unknown as JsonObject,
      after: outcome.state as unknown as JsonObject,
    });
    return outcome.state;
  });
  await tellTenants(parts, integration.id);
  return standing;
}

interface Facts {
  readonly at: Date;
  readonly as: "prime" | "standard";
  readonly version: number;
}

function happeningOf(move: MoveStanding, { at, as, version }: Facts): StandingHappening {
  const who = { at, actor: move.actor, reason: move.reason };
  const { event, deadlineId } = move;
  if (event === "designate") return { ...who, event, as, version };
  if (event !== "ask-revalidation") return { ...who, event };
  if (deadlineId === undefined)
    throw new LifecycleFactMissingProblem(event, "the id of a deadline");
  return { ...who, event, deadlineId };
}

/** Whoever answers for the integration's tenants looks at its standing anew. */
async function tellTenants(
  { database, tenants }: Pick<ProgrammeParts, "database" | "tenants">,
  integrationId: string,
): Promise<void> {
  const rows = await database.queries
    .selectFrom("tenant")
    .innerJoin("sandbox", "sandbox.id", "tenant.sandbox_id")
    .select("tenant.customer_id")
    .where("sandbox.integration_id", "=", integrationId)
    .execute();
  for (const { customer_id: customerId } of rows) {
    tenants.forget(customerId);
    database.notifications.notify(tenantChannel, customerId);
  }
}
