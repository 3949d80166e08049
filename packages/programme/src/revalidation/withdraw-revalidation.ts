import type { Transaction } from "@slipway/database";

import { clearDeadlineIn } from "../deadlines/change-deadline.ts";
import { lockDeadline } from "../deadlines/deadline.store.ts";
import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { lockStanding } from "../lifecycle/lifecycle.store.ts";
import { peopleUnmet } from "../lifecycle/people-unmet.ts";
import { mayAct, requireRole } from "../lifecycle/require-role.ts";
import { standingAfterEvent, takeStandingEvent } from "../lifecycle/take-standing-event.ts";
import { noticeOfStanding } from "../notices/decision-notices.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import { askedNow, lockAskedDeadlines } from "./asked-now.ts";
import { RevalidationEndedProblem } from "./revalidation.problems.ts";
import { endRevalidations, loadRevalidation } from "./revalidation.store.ts";
import type { Revalidation } from "./revalidation.ts";

export interface WithdrawRevalidation {
  readonly id: string;
  readonly actor: Actor;
  readonly reason: string;
}

const staff = {
  roles: ["reviewer", "programme-owner"],
  organisation: programmeOrganisation,
} as const;

/**
 * Takes a revalidation back that is asked for no longer; what is asked besides stays asked. A partner takes back only what it
 * began by itself.
 */
export async function withdrawRevalidation(
  parts: Pick<ProgrammeParts, "database" | "clocks" | "ids">,
  change: WithdrawRevalidation,
): Promise<Revalidation> {
  const { database, clocks } = parts;
  const revalidation = await loadRevalidation(database.queries, change.id);
  const integration = await loadIntegration(database.queries, revalidation.integrationId);
  if (revalidation.cause === "partner" && !mayAct(change.actor, staff))
    requireRole(change.actor, {
      roles: ["partner-admin"],
      organisation: integration.organisation,
      deed: "withdraw its revalidation",
    });
  const at = clocks.installation.now();
  await database.transaction(async (tx) =>
    withdraw(tx, parts, { ...change, integration, revalidation, at }),
  );
  wakeProgrammeWorkers(database.notifications);
  return loadRevalidation(database.queries, change.id);
}

interface Withdrawing extends WithdrawRevalidation {
  readonly integration: Integration;
  readonly revalidation: Revalidation;
  readonly at: Date;
}

async function withdraw(
  tx: Transaction,
  parts: Pick<ProgrammeParts, "ids">,
  { integration, revalidation, actor, reason, at }: Withdrawing,
): Promise<void> {
  const { id, deadlineId } = revalidation;
  await lockAskedDeadlines(tx, integration.id);
  if (deadlineId !== undefined) await lockDeadline(tx, deadlineId);
  const before = await lockStanding(tx, integration.id);
  const [ended] = await endRevalidations(tx, { ids: [id], actor, reason, at });
  if (ended === undefined) throw new RevalidationEndedProblem(id, "ended");
  if (deadlineId !== undefined) {
    const unmet = peopleUnmet(integration, { actor, reason });
    const happening = { event: "withdraw-revalidation", actor, reason, at } as const;
    const moving = { integration, before, unmet };
    // Who may not is told so before anything else is looked at.
    const asked = { kind: before.kind === "overdue" ? "overdue" : "revalidation-due" } as const;
    standingAfterEvent({ ...moving, happening: { ...happening, asked: { ...asked, deadlineId } } });
    await clearDeadlineIn(tx, { change: { id: deadlineId, by: actor.name, reason }, now: at });
    const still = await askedNow(tx, integration.id);
    await takeStandingEvent(tx, { ...moving, happening: { ...happening, asked: still } });
    await noticeOfStanding(tx, parts, { ...happening, integration });
  }
  await appendHistory(tx, {
    integrationId: integration.id,
    version: null,
    at,
    actor,
    event: "end-revalidation",
    reason,
    before: { id, state: "open" },
    after: { id, state: "withdrawn" },
  });
}
