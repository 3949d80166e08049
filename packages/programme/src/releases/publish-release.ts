import type { Transaction } from "@slipway/database";

import { contactOf } from "../integrations/contact-of.ts";
import { ContactMissingProblem } from "../integrations/integration.problems.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { lockStanding } from "../lifecycle/lifecycle.store.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import { writeNotice } from "../notices/write-notice.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { openRevalidationIn } from "../revalidation/open-revalidation.ts";
import { affectedBy } from "./affected-by-release.ts";
import type { AffectedIntegration, FeatureRelease } from "./feature-release.ts";
import { ReleasePublishedProblem, ReleaseTitleTakenProblem } from "./release.problems.ts";
import {
  insertTold,
  isTitleTaken,
  loadRelease,
  lockRelease,
  markPublished,
} from "./release.store.ts";

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids">;

export interface PublishRelease {
  readonly id: string;
  readonly actor: Actor;
}

/**
 * Publishes a release, once, and tells every integration that it concerns, all in one transaction. A mandatory one opens a
 * revalidation of each, due one year from now. Fails with `INTEGRATION-CONTACT-MISSING` while there is one that nobody can be told of.
 */
export async function publishRelease(
  parts: Parts,
  { id, actor }: PublishRelease,
): Promise<FeatureRelease> {
  const { database } = parts;
  requireRole(actor, {
    roles: ["programme-owner"],
    organisation: programmeOrganisation,
    deed: "publish a release",
  });
  await loadRelease(database.queries, id);
  const at = parts.clocks.installation.now();
  await database.transaction(async (tx) => publishIn(tx, parts, { id, actor, at }));
  wakeProgrammeWorkers(database.notifications);
  return loadRelease(database.queries, id);
}

async function publishIn(
  tx: Transaction,
  parts: Parts,
  { id, actor, at }: PublishRelease & { readonly at: Date },
): Promise<void> {
  const release = await lockRelease(tx, id);
  if (release.state === "published") throw new ReleasePublishedProblem(release.title);
  if (await isTitleTaken(tx, release))
    throw new ReleaseTitleTakenProblem(release.title, release.framework);
  const affected = await holdAffected(tx, release);
  const unknown = affected.filter(({ contact }) => contact === undefined);
  if (unknown.length > 0) throw new ContactMissingProblem(unknown.map(({ name }) => name));
  await markPublished(tx, { id, by: actor, at });
  for (const one of affected) await tell(tx, parts, { release, one, actor, at });
}

/**
 * Those whom it concerns, their standings held. All of them before anything of any is written: the history is written by one at
 * a time, so that whoever waits for a standing must not hold it.
 */
async function holdAffected(
  tx: Transaction,
  release: FeatureRelease,
): Promise<readonly AffectedIntegration[]> {
  const ids = (await affectedBy(tx, release)).map(({ integrationId }) => integrationId);
  for (const id of ids.toSorted()) await lockStanding(tx, id);
  // What changed until they were held is seen now.
  const held = new Set(ids);
  return (await affectedBy(tx, release)).filter(({ integrationId }) => held.has(integrationId));
}

interface Telling {
  readonly release: FeatureRelease;
  readonly one: AffectedIntegration;
  readonly actor: Actor;
  readonly at: Date;
}

async function tell(
  tx: Transaction,
  parts: Parts,
  { release, one, actor, at }: Telling,
): Promise<void> {
  const integration = await loadIntegration(tx, one.integrationId);
  const told = {
    integrationId: integration.id,
    version: one.version,
    contact: contactOf(integration),
  };
  const { title: subject, whatItIs } = release;
  if (!release.isMandatory) {
    const noticeId = await writeNotice(tx, {
      id: parts.ids.uuid(),
      integrationId: integration.id,
      recipient: told.contact,
      kind: "feature-release",
      facts: { integration: integration.name, subject, whatItIs },
      at,
    });
    await insertTold(tx, release.id, { ...told, noticeId, deadlineId: undefined });
    return;
  }
  const cause = { cause: "release", releaseId: release.id } as const;
  const reason = `The mandatory feature "${subject}" was released.`;
  const { asked } = await openRevalidationIn(tx, parts, {
    integration,
    cause,
    subject,
    whatItIs,
    actor,
    reason,
    at,
  });
  if (asked === undefined)
    throw new Error("Expected a deadline of a mandatory feature, found none");
  await insertTold(tx, release.id, { ...told, ...asked });
}
