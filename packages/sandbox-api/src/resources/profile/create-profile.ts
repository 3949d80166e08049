import type { ProfileDoc, ProfileNoun, ProfileRef, ProfileWrite } from "@slipway/ats-model";
import type { PreparedExchange } from "@slipway/exchange";

import { documentAfter, linkedBy, takeEntries } from "./document-after.ts";
import { explainRefusedWrite } from "./explain-refused-write.ts";
import { insertProfile } from "./insert-profile.ts";
import type { ProfileWriting } from "./profile-writing.ts";

export interface NewProfile {
  readonly noun: ProfileNoun;
  readonly write: Pick<ProfileWrite, "writes">;
  /** The record of the call that creates it, to be written with it; nothing is recorded without. */
  readonly exchangeOf?: (ref: ProfileRef, doc: ProfileDoc) => Promise<PreparedExchange>;
}

/**
 * Writes a new profile under a fresh id. Throws a `SandboxProblem` when a required field is empty, a value does not fit, a
 * linked profile does not exist, or the workflow of that person and job exists already. Creating a workflow raises no event.
 */
export async function createProfile(
  writing: ProfileWriting,
  { noun, write, exchangeOf }: NewProfile,
): Promise<ProfileRef> {
  const { store, ids, tenant, at } = writing;
  const entries = await takeEntries(ids, store.customerId, write);
  const doc = documentAfter({}, write, { noun, tenant, entries });
  const [id] = await ids.take(store.customerId, noun);
  if (id === undefined) throw new Error("Expected a fresh id, found none");
  const ref: ProfileRef = { noun, id };
  const linked = linkedBy(doc, write);
  const exchange = await exchangeOf?.(ref, doc);
  const written = await insertProfile(store, {
    ref,
    at,
    doc,
    linked,
    ...(typeof doc.status === "string" && noun === "applicantworkflows"
      ? { status: { node: doc.status, changedBy: writing.userId } }
      : {}),
    ...(exchange === undefined ? {} : { exchange }),
  });
  if (!written) throw await explainRefusedWrite(writing, { noun, doc, linked });
  return ref;
}
