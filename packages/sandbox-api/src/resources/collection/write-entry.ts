import type { ProfileRef } from "@slipway/ats-model";

import type { FinishedAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { noteProfile } from "../../recording/note-profile.ts";
import { refuseHidden } from "../../steps/check-visible.ts";
import type { StoredProfile } from "../profile/profile.store.ts";
import { updateProfile } from "../profile/update-profile.ts";
import { writingOf, type WritingParts } from "../profile/writing-of.ts";
import type { EntryChange } from "./entry-change.ts";

export interface EntryWriting {
  readonly ref: ProfileRef;
  readonly change: (before: StoredProfile) => EntryChange;
  readonly answerFor: (entry: number) => FinishedAnswer;
}

/** Writes a change of one entry with its record, and gives the answer that tells of it. */
export async function writeEntry(
  parts: WritingParts,
  call: SessionCall,
  { ref, change, answerFor }: EntryWriting,
): Promise<FinishedAnswer> {
  const { session, notes } = call;
  // Set by the last attempt: which entry it is may differ from one to the next.
  let entry = 0;
  const outcome = await updateProfile(writingOf(parts, session), {
    ref,
    after: (before) => {
      refuseHidden(before, session.tenant);
      const changed = change(before);
      ({ entry } = changed);
      return changed;
    },
    exchangeOf: async (_before, doc) => {
      noteProfile(notes, ref, doc);
      return parts.records.prepare(call, answerFor(entry));
    },
  });
  noteProfile(notes, ref, outcome.doc);
  const answer = answerFor(entry);
  return outcome.written ? { ...answer, recorded: true } : answer;
}
