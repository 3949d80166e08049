import type { GroupField, ProfileRef } from "@slipway/ats-model";

import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { noteSent } from "../../recording/note-fields.ts";
import type { WritingParts } from "../profile/writing-of.ts";
import { removeEntry } from "./entry-change.ts";
import { writeEntry } from "./write-entry.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly ref: ProfileRef;
  readonly collection: GroupField;
  readonly entry: number;
}

/** Takes one entry out and answers 204 (INF). */
export function respondEntryRemoved(parts: WritingParts): Step<Needs, Answered> {
  return async (call) => {
    const { session, notes, ref, collection, entry } = call;
    noteSent(notes, ref, [collection.id]);
    const place = { noun: ref.noun, collection, tenant: session.tenant };
    const answer = await writeEntry(parts, call, {
      ref,
      change: ({ doc }) => removeEntry(doc, entry, place),
      answerFor: () => finishAnswer(call, { status: 204, headers: [], body: undefined }),
    });
    return { answer };
  };
}
