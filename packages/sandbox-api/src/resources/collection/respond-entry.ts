import { entryToWire, type GroupField } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { noteDelivered } from "../../recording/note-fields.ts";
import { storeOf, type StoredProfile } from "../profile/profile.store.ts";
import { linkTexts } from "../profile/profile.wire.ts";
import { entryNotFound } from "./collection.problems.ts";
import { entriesOf } from "./entries-of.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly profile: StoredProfile;
  readonly collection: GroupField;
  readonly entry: number;
}

/** 200 with the children of one entry, bare: without a wrapper and without the entry's number (CLI). */
export function respondEntry(database: Pick<Database, "tenants">): Step<Needs, Answered> {
  return async (call) => {
    const { profile, collection, entry, session, notes } = call;
    const { tenant } = session;
    const stored = entriesOf(profile.doc, collection).find((one) => one.entry === entry);
    if (stored === undefined) throw entryNotFound();
    const reading = { store: storeOf(database, tenant.customerId), tenant };
    const texts = await linkTexts(reading, profile, [collection]);
    const wire = entryToWire(collection, stored, { ...texts, owner: profile });
    noteDelivered(notes, { ref: profile, byDefault: false }, { [collection.id]: [wire] });
    return { answer: finishAnswer(call, jsonAnswer(200, wire)) };
  };
}
