import { isDeepStrictEqual } from "node:util";

import type { ProfileDoc, ProfileRef } from "@slipway/ats-model";
import type { PlannedEvent, PreparedExchange } from "@slipway/exchange";

import { explainRefusedWrite } from "./explain-refused-write.ts";
import { profileNotFound } from "./profile.problems.ts";
import { loadStoredProfile, type StoredProfile } from "./profile.store.ts";
import { writeProfile, type ProfileStatement } from "./write-profile.ts";
import type { ProfileWriting } from "./profile-writing.ts";

export interface ProfileUpdate {
  readonly ref: ProfileRef;
  /** The document after the change; called anew with the newer profile when somebody else was faster. */
  readonly after: (before: StoredProfile) => {
    readonly doc: ProfileDoc;
    readonly linked: readonly ProfileRef[];
  };
  /** The record of the call that changes it, to be written with it. */
  readonly exchangeOf?: (before: StoredProfile, doc: ProfileDoc) => Promise<PreparedExchange>;
}

/** What became of an update. */
export interface UpdateOutcome {
  readonly before: StoredProfile;
  readonly doc: ProfileDoc;
  /** False where the profile was as wanted already: nothing was written, not even the record of the call. */
  readonly written: boolean;
  readonly eventRaised: boolean;
}

/** So many others in a row may be faster before we give up; each time one of them got its change in. */
const maxAttempts = 100;

/**
 * Changes a profile, on the newest version of it. A change of a workflow's status joins the status log and, by the writer's
 * kind and the tenant's switch, raises the event. Throws a `SandboxProblem` when the profile or one it links to does not exist.
 */
export async function updateProfile(
  writing: ProfileWriting,
  update: ProfileUpdate,
): Promise<UpdateOutcome> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const before = await loadStoredProfile(writing.store, update.ref);
    if (before === undefined) throw profileNotFound(update.ref.noun);
    const { doc, linked } = update.after(before);
    if (isDeepStrictEqual(doc, before.doc))
      return { before, doc, written: false, eventRaised: false };
    const status = statusChange(before, doc, writing);
    const event = status && (await planEvent(writing, before, doc));
    const exchange = await update.exchangeOf?.(before, doc);
    const statement: ProfileStatement = {
      ref: update.ref,
      at: writing.at,
      change: { kind: "update", doc, version: before.version },
      linked,
      ...(status === undefined ? {} : { status }),
      ...(exchange === undefined ? {} : { exchange }),
      ...(event === undefined ? {} : { event }),
    };
    if (await writeProfile(writing.store, statement))
      return { before, doc, written: true, eventRaised: event !== undefined };
    await refuseUnlessOutdated(writing, before, { noun: update.ref.noun, doc, linked });
  }
  throw new Error(`Expected a turn within ${maxAttempts} attempts, found others faster each time`);
}

function statusChange(
  before: StoredProfile,
  doc: ProfileDoc,
  writing: ProfileWriting,
): ProfileStatement["status"] {
  if (before.noun !== "applicantworkflows" || typeof doc.status !== "string") return undefined;
  return doc.status === before.doc.status
    ? undefined
    : { node: doc.status, changedBy: writing.userId };
}

async function planEvent(
  { planEvent: plan, tenant, userId, by, at }: ProfileWriting,
  before: StoredProfile,
  doc: ProfileDoc,
): Promise<PlannedEvent | undefined> {
  if (by === "api-user" && tenant.settings.switches.workflowEventOnApiPatch === "silent")
    return undefined;
  return plan({
    customerId: tenant.customerId,
    workflowId: before.id,
    // Both links are required on every workflow.
    personId: doc.associatedprofile as number,
    jobId: doc.baseprofile as number,
    oldStatus: typeof before.doc.status === "string" ? before.doc.status : "",
    // The status is what has just been found to differ.
    newStatus: doc.status as string,
    userId,
    at,
    by,
  });
}

async function refuseUnlessOutdated(
  writing: ProfileWriting,
  before: StoredProfile,
  refused: Parameters<typeof explainRefusedWrite>[1],
): Promise<void> {
  const current = await loadStoredProfile(writing.store, before);
  if (current?.version === before.version) throw await explainRefusedWrite(writing, refused);
}
