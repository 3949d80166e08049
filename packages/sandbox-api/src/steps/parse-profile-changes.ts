import {
  parseProfileWrite,
  type ProfileNoun,
  type ProfileRef,
  type ProfileWrite,
  type WriteContext,
} from "@slipway/ats-model";
import type { Json } from "@slipway/foundation";

import type { SessionCall } from "../call/call.ts";
import { noteSent, sentNames } from "../recording/note-fields.ts";
import { accepted } from "../resources/profile/profile.problems.ts";

interface Needs extends Required<Pick<WriteContext, "companyOfAddress">> {
  readonly noun: ProfileNoun;
  readonly json: Json;
  /** Absent where the profile is to be created. */
  readonly ref?: ProfileRef;
}

/** The fields in the body, each fit for its field; several that are not are refused at once. */
export function parseProfileChanges(call: SessionCall & Needs): {
  readonly write: ProfileWrite;
} {
  const { session, notes, noun, json, ref, companyOfAddress } = call;
  noteSent(notes, { noun, id: ref?.id }, sentNames(json));
  const { tenant } = session;
  return { write: accepted(parseProfileWrite(json, noun, { tenant, companyOfAddress }), tenant) };
}
