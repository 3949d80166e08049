import {
  parseProfileWrite,
  type ProfileNoun,
  type ProfileRef,
  type ProfileWrite,
} from "@slipway/ats-model";
import type { Json } from "@slipway/foundation";

import type { SessionCall } from "../call/call.ts";
import { noteSent, sentNames } from "../recording/note-fields.ts";
import { accepted } from "../resources/profile/profile.problems.ts";

interface Needs {
  readonly noun: ProfileNoun;
  readonly json: Json;
  /** Absent where the profile is to be created. */
  readonly ref?: ProfileRef;
}

/** The fields in the body, each fit for its field; several that are not are refused at once. */
export function parseProfileChanges({ session, notes, noun, json, ref }: SessionCall & Needs): {
  readonly write: ProfileWrite;
} {
  noteSent(notes, { noun, id: ref?.id }, sentNames(json));
  const { tenant } = session;
  return { write: accepted(parseProfileWrite(json, noun, { tenant }), tenant) };
}
