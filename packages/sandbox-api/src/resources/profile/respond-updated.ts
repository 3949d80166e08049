import { profileUrl, type ProfileRef, type ProfileWrite } from "@slipway/ats-model";

import { updatedAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { noteProfile } from "../../recording/note-profile.ts";
import { refuseHidden } from "../../steps/check-visible.ts";
import { documentAfter, linkedBy, takeEntries } from "./document-after.ts";
import { warningsOf } from "./profile.problems.ts";
import { updateProfile } from "./update-profile.ts";
import { writingOf, type WritingParts } from "./writing-of.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly ref: ProfileRef;
  readonly write: ProfileWrite;
}

/** Writes the fields sent and answers 204 (INF), or 200 with a body where there are warnings to give. */
export function respondUpdated(parts: WritingParts): Step<Needs, Answered> {
  return async (call) => {
    const { session, ref, write, notes } = call;
    const { tenant } = session;
    if (write.newNodes.length > 0) await parts.addListNodes(tenant, write.newNodes);
    const entries = await takeEntries(parts.ids, tenant.customerId, write);
    const location = profileUrl(tenant, ref.noun, ref.id);
    const status = tenant.settings.switches.patchAnswer === "200" ? 200 : 204;
    const answer = finishAnswer(
      call,
      updatedAnswer({ status, location, warnings: warningsOf(write.warnings) }),
    );
    const outcome = await updateProfile(writingOf(parts, session), {
      ref,
      after: (before) => {
        refuseHidden(before, tenant);
        const doc = documentAfter(before.doc, write, { noun: ref.noun, tenant, entries });
        return { doc, linked: linkedBy(doc, write) };
      },
      exchangeOf: async (_before, doc) => {
        noteProfile(notes, ref, doc);
        return parts.records.prepare(call, answer);
      },
    });
    noteProfile(notes, ref, outcome.doc);
    if (outcome.eventRaised) parts.onEventRaised();
    return { answer: outcome.written ? { ...answer, recorded: true } : answer };
  };
}
