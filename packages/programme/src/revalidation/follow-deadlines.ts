import type { Transaction } from "@slipway/database";

import { loadIntegration } from "../integrations/integration.store.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { lockStanding } from "../lifecycle/lifecycle.store.ts";
import type { DeadlineEvent } from "../lifecycle/standing-state.ts";
import { takeStandingEvent } from "../lifecycle/take-standing-event.ts";
import { askedNow } from "./asked-now.ts";

/** Time itself, on record. */
const theClock: Actor = { name: "clock", role: "clock", organisation: programmeOrganisation };

/**
 * Moves a standing to what the deadlines of the open revalidations say by now: one has passed, or another than before is due
 * first. What is not asked, suspended or removed stays; a reinstatement comes back here.
 */
export async function followDeadlines(
  tx: Transaction,
  integrationId: string,
  at: Date,
): Promise<void> {
  const before = await lockStanding(tx, integrationId);
  if (before.kind !== "revalidation-due") return;
  const asked = await askedNow(tx, integrationId);
  if (asked.kind === "nothing") return;
  const isPassed = asked.kind === "overdue";
  if (!isPassed && asked.deadlineId === before.deadlineId) return;
  const event: DeadlineEvent = isPassed ? "pass-deadline" : "start-deadline";
  await takeStandingEvent(tx, {
    integration: await loadIntegration(tx, integrationId),
    before,
    unmet: {},
    happening: { at, actor: theClock, event, asked, reason: reasons[event] },
  });
}

const reasons = {
  "pass-deadline": "The due date has passed.",
  "start-deadline": "Another deadline is due first.",
} as const;
