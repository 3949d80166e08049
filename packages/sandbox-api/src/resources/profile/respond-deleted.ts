import type { ProfileRef } from "@slipway/ats-model";

import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { writeProfile } from "./write-profile.ts";
import type { StoredProfile } from "./profile.store.ts";
import { storeOf } from "./profile.store.ts";
import type { WritingParts } from "./writing-of.ts";
import { profileNotFound } from "./profile.problems.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly ref: ProfileRef;
  readonly profile: StoredProfile;
}

/** Takes the profile out and answers 204 (3P). */
export function respondDeleted(parts: WritingParts): Step<Needs, Answered> {
  return async (call) => {
    const { session, ref, profile } = call;
    const answer = finishAnswer(call, { status: 204, headers: [], body: undefined });
    const written = await writeProfile(storeOf(parts.database, session.tenant.customerId), {
      ref,
      at: session.clock.now(),
      change: { kind: "delete" },
      linked: [],
      exchange: await parts.records.prepare(call, answer),
    });
    if (!written) throw profileNotFound(profile.noun);
    return { answer: { ...answer, recorded: true } };
  };
}
