import type { Transaction } from "@slipway/database";

import { missingIn, type Design } from "../design/design.ts";
import { keepDecisionBasis } from "../evidence/decision-basis.ts";
import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { noticeOfVersion } from "../notices/decision-notices.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import { loadRequirementSets } from "../requirements/requirement-set.store.ts";
import { revalidationObstacle } from "../revalidation/revalidation-obstacle.ts";
import { frameworkOf, newestPack } from "../runs/start-validation.ts";
import { tellOfDecision } from "../webhooks/tell-of-lifecycle.ts";
import type { Actor } from "./actor.ts";
import { applyVersionEvent, type VersionHappening } from "./apply-version-event.ts";
import { followApproval } from "./follow-approval.ts";
import type { Unmet } from "./guard.ts";
import { LifecycleFactMissingProblem, LifecycleRefusedProblem } from "./lifecycle.problems.ts";
import {
  listVersions,
  loadStanding,
  lockVersion,
  saveVersion,
  type StoredVersion,
} from "./lifecycle.store.ts";
import { peopleUnmet } from "./people-unmet.ts";
import { listReviewItems } from "./review-items.ts";
import { runObstacle } from "./run-obstacle.ts";
import { validationKindOf } from "./validation-kind-of.ts";
import type { ValidationKind, VersionEvent } from "./version-state.ts";

/** An event of a version, as a door hands it in. */
export interface MoveVersion {
  readonly integrationId: string;
  readonly version: number;
  readonly event: VersionEvent;
  readonly actor: Actor;
  readonly reason: string;
  /** With `change-design`. */
  readonly design?: Design;
  /** With `submit-validation`. */
  readonly runId?: string;
  /** With `submit-validation`: who confirms manifest, sheet, and that nothing is hard-coded. */
  readonly confirmedBy?: string;
  /** With `replace`: the version that takes its place. */
  readonly replacedBy?: number;
}

/** Moves a version by an event, with its history in the same transaction; fails with `LIFECYCLE-REFUSED`. */
export async function moveVersion(parts: ProgrammeParts, move: MoveVersion): Promise<void> {
  const integration = await loadIntegration(parts.database.queries, move.integrationId);
  await parts.database.transaction(async (tx) => {
    const version = await lockVersion(tx, integration.id, move.version);
    const validation = validationKindOf(await loadStanding(tx, integration.id));
    const happening = happeningOf(parts, integration, { ...move, validation });
    const changed = move.event === "change-design" ? { ...version, design: move.design } : version;
    const outcome = applyVersionEvent(
      {
        state: version.state,
        path: integration.path,
        unmet: await unmetFor(parts, tx, { integration, version: changed, move, validation }),
      },
      happening,
    );
    if (outcome.kind === "refused")
      throw new LifecycleRefusedProblem(`version ${version.number}`, outcome);
    const moved: StoredVersion = {
      ...changed,
      state: outcome.state,
      ...(move.event === "approve-design" ? { approvedDesign: changed.design } : {}),
    };
    await saveVersion(tx, moved);
    await keepDecisionBasis(tx, parts, moved);
    const followed = await followApproval(tx, parts, { integration, version: moved, happening });
    await appendHistory(tx, {
      integrationId: integration.id,
      version: version.number,
      at: happening.at,
      actor: move.actor,
      event: move.event,
      reason: move.reason,
      before: version.state,
      after: outcome.state,
    });
    for (const entry of followed) await appendHistory(tx, entry);
    await noticeOfVersion(tx, parts, { ...move, ...happening, integration });
    await tellOfDecision(tx, {
      integrationId: integration.id,
      version: version.number,
      at: happening.at,
      event: move.event,
      reason: move.reason,
      state: outcome.state.kind,
    });
  });
  wakeProgrammeWorkers(parts.database.notifications);
}

function happeningOf(
  parts: ProgrammeParts,
  integration: Integration,
  move: MoveVersion & { readonly validation: ValidationKind },
): VersionHappening {
  const who = { at: parts.clocks.installation.now(), actor: move.actor, reason: move.reason };
  const { event } = move;
  if (event === "approve-design") {
    const packVersion = newestPack(frameworkOf(parts, integration.framework));
    return { ...who, event, packVersion };
  }
  if (event === "submit-validation") {
    const runId = given(move, "runId", "the id of a run");
    return {
      ...who,
      event,
      runId,
      confirmedBy: move.confirmedBy ?? "",
      validation: move.validation,
    };
  }
  if (event === "replace")
    return { ...who, event, by: given(move, "replacedBy", "the version that replaces it") };
  return { ...who, event };
}

function given<Name extends "runId" | "replacedBy">(
  move: MoveVersion,
  name: Name,
  what: string,
): NonNullable<MoveVersion[Name]> {
  const value = move[name];
  if (value === undefined) throw new LifecycleFactMissingProblem(move.event, what);
  return value;
}

interface Guarded {
  readonly integration: Integration;
  readonly version: StoredVersion;
  readonly move: MoveVersion;
  readonly validation: ValidationKind;
}

/** Every guard that does not hold; which of them the event asks for stands in the table. */
async function unmetFor(
  parts: ProgrammeParts,
  tx: Transaction,
  { integration, version, move, validation }: Guarded,
): Promise<Unmet> {
  const missing = missingIn(version.design);
  const open = (await listReviewItems(tx, integration.id)).filter(
    (item) => item.version === version.number && item.state === "open",
  );
  const isApproved = (await listVersions(tx, integration.id)).some(
    ({ state }) => state.kind === "approved",
  );
  const obstacle = await obstacleOf(parts, tx, { integration, version, move, validation });
  const newest = newestPack(frameworkOf(parts, integration.framework));
  const { state } = version;
  const isOld = "packVersion" in state && state.packVersion !== newest;
  return {
    ...peopleUnmet(integration, move),
    ...(missing.length === 0 ? {} : { "design-complete": `without ${missing.join(", ")}` }),
    ...(open.length === 0 ? {} : { "no-open-item": `${open.length} open` }),
    ...(isApproved ? {} : { "validation-approved": "none" }),
    ...(obstacle === undefined ? {} : { "run-passed": obstacle }),
    ...(validation === "revalidation" && isOld
      ? {
          "newest-pack": `${state.packVersion}, while ${newest} is the newest; change-design has the design approved under that`,
        }
      : {}),
    ...((move.confirmedBy ?? "").trim() === "" ? { "statement-confirmed": "nobody" } : {}),
  };
}

async function obstacleOf(
  parts: ProgrammeParts,
  tx: Transaction,
  { integration, version, move, validation }: Guarded,
): Promise<string | undefined> {
  const { state } = version;
  const packVersion = "packVersion" in state ? state.packVersion : undefined;
  const runId = move.runId ?? ("runId" in state ? state.runId : undefined);
  if (packVersion === undefined || runId === undefined) return "no run";
  const sets = await loadRequirementSets(parts.database.queries, integration.id);
  const asked = (sets.get(version.number)?.requirements ?? []).filter(
    ({ feature }) => feature !== undefined,
  );
  const obstacle = await runObstacle(parts, { integration, packVersion, runId, asked });
  if (obstacle !== undefined || validation === "initial") return obstacle;
  return revalidationObstacle(tx, { integration, version, runId });
}
