import {
  entryUrl,
  profileUrl,
  type EntryWrite,
  type GroupField,
  type ProfileRef,
} from "@slipway/ats-model";

import { createdAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { warningsOf } from "../profile/profile.problems.ts";
import type { WritingParts } from "../profile/writing-of.ts";
import { addEntry } from "./entry-change.ts";
import { writeEntry } from "./write-entry.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly ref: ProfileRef;
  readonly collection: GroupField;
  readonly write: EntryWrite;
}

/** Adds an entry and answers 201 with its address; an equal one counts as added and nothing changes (DOC). */
export function respondEntryAdded(parts: WritingParts): Step<Needs, Answered> {
  return async (call) => {
    const { session, ref, collection, write } = call;
    const { tenant } = session;
    if (write.newNodes !== undefined) await parts.addListNodes(tenant, write.newNodes);
    const [fresh = 0] = await parts.ids.take(tenant.customerId, "entry");
    const place = { noun: ref.noun, collection, tenant, fresh };
    const profileAddress = profileUrl(tenant, ref.noun, ref.id);
    const answer = await writeEntry(parts, call, {
      ref,
      change: ({ doc }) => addEntry(doc, write.value, place),
      answerFor: (entry) => {
        const location = entryUrl(profileAddress, collection.id, entry);
        return finishAnswer(call, createdAnswer(location, warningsOf(write.warnings ?? [])));
      },
    });
    return { answer };
  };
}
