import type { ProfileDoc, ProfileRef } from "@slipway/ats-model";

import type { Call } from "../call/call.ts";
import { noteProfile } from "./note-profile.ts";

/** The call as it is to be recorded once its profile exists: the call itself must not tell of it, should the write be refused. */
export function notedAsCreated(call: Call, ref: ProfileRef, doc: ProfileDoc): Call {
  const { arrival, notes } = call;
  const sent = notes.sent.map((field) => ({ ...field, profileId: ref.id }));
  const created = { ...notes, sent };
  noteProfile(created, ref, doc);
  return { arrival, notes: created };
}
