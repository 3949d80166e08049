import type { Transaction } from "@slipway/database";

import type { Standing, StandingEvent } from "../lifecycle/standing-state.ts";
import type { VersionEvent, VersionStateKind } from "../lifecycle/version-state.ts";
import { tellWebhooks } from "./tell-webhooks.ts";
import type { WebhookFacts } from "./webhook-events.ts";

type Decision = Pick<WebhookFacts["decision.made"], "about" | "decision">;

/** Which events of a version are decisions. */
const decisions: Partial<Readonly<Record<VersionEvent, Decision>>> = {
  "approve-design": { about: "design", decision: "approved" },
  "ask-changes": { about: "design", decision: "changes-asked" },
  "decline-design": { about: "design", decision: "declined" },
  "approve-validation": { about: "validation", decision: "approved" },
  "decline-validation": { about: "validation", decision: "declined" },
};

interface Happened {
  readonly integrationId: string;
  readonly at: Date;
  readonly reason: string;
}

/** Tells webhooks of an event of a version, if it is a decision. */
export async function tellOfDecision(
  tx: Transaction,
  {
    integrationId,
    at,
    event,
    ...facts
  }: Happened & {
    readonly event: VersionEvent;
    readonly version: number;
    readonly state: VersionStateKind;
  },
): Promise<void> {
  const decision = decisions[event];
  if (decision === undefined) return;
  await tellWebhooks(tx, {
    type: "decision.made",
    integrationId,
    at,
    facts: { ...decision, version: facts.version, reason: facts.reason, state: facts.state },
  });
}

/** Tells webhooks of what an integration has become; another deadline alone is no change. */
export async function tellOfStanding(
  tx: Transaction,
  {
    integrationId,
    at,
    event,
    before,
    after,
    reason,
  }: Happened & {
    readonly event: StandingEvent;
    readonly before: Standing;
    readonly after: Standing;
  },
): Promise<void> {
  if (before.kind === after.kind && event !== "designate") return;
  await tellWebhooks(tx, {
    type: "standing.changed",
    integrationId,
    at,
    facts: {
      event,
      before: before.kind,
      after: after.kind,
      designation: "as" in after ? after.as : null,
      reason,
    },
  });
}
