import {
  findField,
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
  const write = accepted(parseProfileWrite(json, noun, { tenant, companyOfAddress }), tenant);
  const taken = new Set(write.writes.map(({ field }) => field.id));
  // Names that are no field at all stay recorded as sent; those of fields out of the user's reach were refused.
  for (const { field } of notes.sent) {
    const [name = field] = field.split(".");
    if (!taken.has(name) && findField(noun, name, tenant)) notes.notTaken.add(name);
  }
  return { write };
}
