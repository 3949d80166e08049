import type { Transaction } from "@slipway/database";

import { extendDeadlineIn } from "../deadlines/change-deadline.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { noticeOfStanding } from "../notices/decision-notices.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import { askedNow, lockAskedDeadlines } from "../revalidation/asked-now.ts";
import { closeRevalidations, openRevalidationsOf } from "../revalidation/close-revalidations.ts";
import { followDeadlines } from "../revalidation/follow-deadlines.ts";
import { askStanding } from "../revalidation/open-revalidation.ts";
import { revalidationOfDeadline } from "../revalidation/revalidation.store.ts";
import { tenantChannel } from "../sandboxes/tenant-directory.ts";
import type { Actor } from "./actor.ts";
import { tenantsOf } from "./follow-standing.ts";
import { LifecycleFactMissingProblem } from "./lifecycle.problems.ts";
import { listVersions, lockStanding } from "./lifecycle.store.ts";
import { peopleUnmet } from "./people-unmet.ts";
import type { Standing } from "./standing-state.ts";
import { standingAfterEvent, takeStandingEvent } from "./take-standing-event.ts";

/** What a person does to a standing. To ask for a revalidation, and to take one back, has commands of its own. */
export const personalStandingEvents = [
  "designate",
  "extend-deadline",
  "suspend",
  "reinstate",
  "remove",
] as const;

/** An event of an integration's standing, as a door hands it in. */
export interface MoveStanding {
  readonly integrationId: string;
  readonly event: (typeof personalStandingEvents)[number];
  readonly actor: Actor;
  readonly reason: string;
  /** With `extend-deadline`: the new date. */
  readonly until?: Date;
  /** With `extend-deadline`: which of several. Default: the one that the standing names. */
  readonly deadlineId?: string;
}

interface Moving extends MoveStanding {
  readonly integration: Integration;
  readonly before: Standing;
  readonly at: Date;
}

/**
 * Moves an integration's standing by an event, with its history in the same transaction; fails with `LIFECYCLE-REFUSED`. What is
 * suspended is refused by the ATS API from the moment at which this returns, in other processes as soon as they are told.
 */
export async function moveStanding(parts: ProgrammeParts, move: MoveStanding): Promise<void> {
  const { database, clocks } = parts;
  const integration = await loadIntegration(database.queries, move.integrationId);
  const at = clocks.installation.now();
  await database.transaction(async (tx) => {
    await lockAskedDeadlines(tx, integration.id);
    const before = await lockStanding(tx, integration.id);
    const moving = { ...move, integration, before, at };
    if (move.event === "designate") await designate(tx, moving);
    else if (move.event === "extend-deadline") await extend(tx, parts, moving);
    else await hold(tx, { ...moving, event: move.event });
    await noticeOfStanding(tx, parts, moving);
  });
  wakeProgrammeWorkers(database.notifications);
  await tellTenants(parts, integration.id);
}

/** A designation ends the revalidations that the validated version answers; what was asked since stays asked. */
async function designate(tx: Transaction, moving: Moving): Promise<void> {
  const { integration, before, actor, reason, at } = moving;
  const approved = (await listVersions(tx, integration.id)).findLast(
    ({ state }) => state.kind === "approved",
  );
  const { answered, unanswered } = await openRevalidationsOf(tx, integration.id, approved);
  const version = approved?.number ?? 0;
  const designated = await takeStandingEvent(tx, {
    integration,
    before,
    unmet: {
      ...peopleUnmet(integration, moving),
      ...(approved === undefined ? { "validation-approved": "none" } : {}),
      ...(answered.every(({ deadlineId }) => deadlineId === undefined)
        ? {
            "revalidation-approved": `none since ${unanswered.map(({ subject }) => subject).join("; ")}`,
          }
        : {}),
    },
    happening: { event: "designate", as: integration.connectorType, version, actor, reason, at },
  });
  await closeRevalidations(tx, { ...moving, revalidations: answered, version });
  const subjects = unanswered.map(({ subject }) => subject).join("; ");
  await askStanding(tx, designated, { ...moving, reason: `Asked since: ${subjects}` });
}

async function extend(
  tx: Transaction,
  parts: Pick<ProgrammeParts, "ids">,
  moving: Moving,
): Promise<void> {
  const { integration, before, actor, reason, at, until } = moving;
  const unmet = peopleUnmet(integration, moving);
  const happening = { event: "extend-deadline", actor, reason, at } as const;
  const named = "deadlineId" in before ? before.deadlineId : "";
  const kind = before.kind === "overdue" ? "overdue" : "revalidation-due";
  // Who may not is told so before the date is looked at.
  standingAfterEvent({
    integration,
    before,
    unmet,
    happening: { ...happening, asked: { kind, deadlineId: named } },
  });
  if (until === undefined) throw new LifecycleFactMissingProblem(moving.event, "the new date");
  const id = await ownDeadline(tx, integration, moving.deadlineId ?? named);
  await extendDeadlineIn(tx, { parts, now: at, change: { id, by: actor.name, reason, until } });
  const asked = await askedNow(tx, integration.id);
  await takeStandingEvent(tx, { integration, before, unmet, happening: { ...happening, asked } });
}

/** A deadline by which this integration is asked; any other is somebody else's. */
async function ownDeadline(
  tx: Transaction,
  { id: integrationId }: Pick<Integration, "id">,
  deadlineId: string,
): Promise<string> {
  const own = await tx
    .selectFrom("deadline")
    .select("id")
    .where((row) => row(row.cast<string>("id", "text"), "=", deadlineId))
    .where("integration_id", "=", integrationId)
    .executeTakeFirst();
  if (own === undefined || (await revalidationOfDeadline(tx, own.id)) === undefined)
    throw new LifecycleFactMissingProblem("extend-deadline", "a deadline by which it is asked");
  return own.id;
}

/** Suspends, reinstates or removes. What was asked meanwhile, or has passed, counts from the reinstatement on. */
async function hold(
  tx: Transaction,
  moving: Moving & { readonly event: "suspend" | "reinstate" | "remove" },
): Promise<void> {
  const { integration, before, event, actor, reason, at } = moving;
  const unmet = peopleUnmet(integration, moving);
  const happening = { event, actor, reason, at };
  const after = await takeStandingEvent(tx, { integration, before, unmet, happening });
  if (event === "remove") {
    const { unanswered: revalidations } = await openRevalidationsOf(tx, integration.id, undefined);
    await closeRevalidations(tx, { ...moving, revalidations });
  }
  if (event !== "reinstate") return;
  if (after.kind === "designated")
    await askStanding(tx, after, { ...moving, reason: "Asked while it was suspended." });
  await followDeadlines(tx, integration.id, at);
}

/** Whoever answers for the integration's tenants looks at its standing anew. */
async function tellTenants(
  { database, tenants }: Pick<ProgrammeParts, "database" | "tenants">,
  integrationId: string,
): Promise<void> {
  for (const customerId of await tenantsOf(database.queries, integrationId)) {
    tenants.forget(customerId);
    database.notifications.notify(tenantChannel, customerId);
  }
}
