import type { Transaction } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";

import { openDeadlineIn } from "../deadlines/open-deadline.ts";
import { appendHistory } from "../history/history.store.ts";
import { contactOf } from "../integrations/contact-of.ts";
import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { listVersions, lockStanding } from "../lifecycle/lifecycle.store.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import { standingAfterEvent, takeStandingEvent } from "../lifecycle/take-standing-event.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { askedNow } from "./asked-now.ts";
import { followDeadlines } from "./follow-deadlines.ts";
import type { RevalidationCause } from "./revalidation.ts";
import { insertRevalidation } from "./revalidation.store.ts";

/** What a revalidation is opened with. */
export interface OpeningRevalidation {
  readonly integration: Integration;
  readonly cause: RevalidationCause;
  /** What it is for, as the partner is told. */
  readonly subject: string;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Date;
  /** With a release: more about it, for the mail. */
  readonly whatItIs?: string;
}

export interface OpenedRevalidation {
  readonly revalidationId: string;
  /** Missing where the partner began it by itself. */
  readonly asked: { readonly deadlineId: string; readonly noticeId: string } | undefined;
}

type Parts = Pick<ProgrammeParts, "ids">;

/**
 * Opens a revalidation: its deadline with the notice that tells of it, and the standing that says so. An integration that is
 * suspended stays so; what is asked of it meanwhile counts when it is reinstated. Fails with `LIFECYCLE-REFUSED` where there is
 * no designation to keep.
 */
export async function openRevalidationIn(
  tx: Transaction,
  parts: Parts,
  opening: OpeningRevalidation,
): Promise<OpenedRevalidation> {
  const { integration, cause, subject, actor, reason, at } = opening;
  const before = await lockStanding(tx, integration.id);
  refuseUnlessDesignated(before, opening);
  const asked =
    cause.cause === "partner" ? undefined : await openDeadlineOf(tx, parts, { ...opening, cause });
  const id = parts.ids.uuid();
  await insertRevalidation(tx, {
    ...cause,
    id,
    integrationId: integration.id,
    subject,
    deadlineId: asked?.deadlineId,
    validatedVersion: await newestValidated(tx, integration.id),
    openedBy: actor,
    openedAt: at,
  });
  await appendHistory(tx, {
    integrationId: integration.id,
    version: null,
    at,
    actor,
    event: "open-revalidation",
    reason,
    before: null,
    after: openedEntry({ id, cause, subject, deadlineId: asked?.deadlineId }),
  });
  if (asked !== undefined) await askStanding(tx, before, opening);
  return { revalidationId: id, asked };
}

/** The standing says what is asked, if it is not held by a suspension. */
export async function askStanding(
  tx: Transaction,
  before: Standing,
  { integration, actor, reason, at }: Omit<OpeningRevalidation, "cause" | "subject">,
): Promise<void> {
  if (before.kind === "suspended") return;
  const asked = await askedNow(tx, integration.id);
  if (asked.kind === "nothing") return;
  const kind = before.kind === "overdue" ? "overdue" : "revalidation-due";
  await takeStandingEvent(tx, {
    integration,
    before,
    unmet: reason.trim() === "" ? { "reason-given": "none" } : {},
    happening: { event: "ask-revalidation", asked: { ...asked, kind }, actor, reason, at },
  });
  await followDeadlines(tx, integration.id, at);
}

/** Only a designation can be kept: what has none is refused as the table of the standing says it. */
function refuseUnlessDesignated(
  before: Standing,
  { integration, actor, reason, at }: OpeningRevalidation,
): void {
  if (before.kind === "suspended" && before.before.kind !== "none") return;
  if ("as" in before) return;
  standingAfterEvent({
    integration,
    before,
    unmet: {},
    happening: { event: "ask-revalidation", asked: { kind: "nothing" }, actor, reason, at },
  });
}

async function openDeadlineOf(
  tx: Transaction,
  parts: Parts,
  { integration, cause, subject, actor, reason, at, whatItIs }: OpeningRevalidation,
): Promise<{ readonly deadlineId: string; readonly noticeId: string }> {
  const isRelease = cause.cause === "release";
  return openDeadlineIn(tx, {
    parts,
    integration,
    now: at,
    input: {
      integrationId: integration.id,
      kind: isRelease ? "mandatory-feature" : "revalidation",
      subject,
      recipient: contactOf(integration),
      by: actor.name,
      reason,
      ...(isRelease ? { releasedAt: at } : {}),
      ...(whatItIs === undefined ? {} : { whatItIs }),
    },
  });
}

async function newestValidated(tx: Transaction, integrationId: string): Promise<number> {
  const versions = await listVersions(tx, integrationId);
  return versions.findLast(({ state }) => state.kind === "approved")?.number ?? 0;
}

function openedEntry({
  id,
  cause,
  subject,
  deadlineId,
}: {
  readonly id: string;
  readonly cause: RevalidationCause;
  readonly subject: string;
  readonly deadlineId: string | undefined;
}): JsonObject {
  return { id, ...cause, subject, ...(deadlineId === undefined ? {} : { deadlineId }) };
}
