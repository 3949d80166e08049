import {
  entryFromWire,
  type EntryWrite,
  type GroupField,
  type ProfileRef,
  type WriteContext,
} from "@slipway/ats-model";
import type { Json } from "@slipway/foundation";

import type { SessionCall } from "../../call/call.ts";
import { noteSent, sentNames } from "../../recording/note-fields.ts";
import { accepted } from "../profile/profile.problems.ts";

interface Needs extends Required<Pick<WriteContext, "companyOfAddress">> {
  readonly ref: ProfileRef;
  readonly collection: GroupField;
  readonly json: Json;
}

/** The children in the body, each fit for its field. */
export function parseEntryChanges(call: SessionCall & Needs): { readonly write: EntryWrite } {
  const { session, notes, ref, collection, json, companyOfAddress } = call;
  const { tenant } = session;
  const children = sentNames(json).filter((name) => name !== "entry");
  noteSent(
    notes,
    ref,
    children.map((child) => `${collection.id}.${child}`),
  );
  return { write: accepted(entryFromWire(collection, json, { tenant, companyOfAddress }), tenant) };
}
