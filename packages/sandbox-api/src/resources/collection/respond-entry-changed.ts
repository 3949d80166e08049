import type { EntryWrite, GroupField, ProfileRef } from "@slipway/ats-model";
import { entryUrl, profileUrl } from "@slipway/ats-model";

import { updatedAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { warningsOf } from "../profile/profile.problems.ts";
import type { WritingParts } from "../profile/writing-of.ts";
import { changeEntry } from "./entry-change.ts";
import { writeEntry } from "./write-entry.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly ref: ProfileRef;
  readonly collection: GroupField;
  readonly entry: number;
  readonly write: EntryWrite;
}

/** Changes the children sent of one entry and answers 204 (CLI). */
export function respondEntryChanged(parts: WritingParts): Step<Needs, Answered> {
  return async (call) => {
    const { session, ref, collection, entry, write } = call;
    const { tenant } = session;
    if (write.newNodes !== undefined) await parts.addListNodes(tenant, write.newNodes);
    const warnings = warningsOf(write.warnings ?? []);
    const location = entryUrl(profileUrl(tenant, ref.noun, ref.id), collection.id, entry);
    const answer = await writeEntry(parts, call, {
      ref,
      // The number in the path is the one that counts.
      change: ({ doc }) =>
        changeEntry(doc, { ...write.value, entry }, { noun: ref.noun, collection, tenant }),
      answerFor: () => finishAnswer(call, updatedAnswer({ status: 204, location, warnings })),
    });
    return { answer };
  };
}
