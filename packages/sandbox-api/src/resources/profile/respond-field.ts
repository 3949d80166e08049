import { isGroup, isHidden, type Field } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { Json } from "@slipway/foundation";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import { notFound } from "../../call/sandbox.problems.ts";
import type { Session } from "../../call/session.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { noteDelivered } from "../../recording/note-fields.ts";
import { storeOf, type StoredProfile } from "./profile.store.ts";
import { fieldWire } from "./profile.wire.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly profile: StoredProfile;
  readonly field: Field;
}

/** 200 with one field, as the full profile has it; whether in an object of its own is a tenant switch (UNK). */
export function respondField(database: Pick<Database, "tenants">): Step<Needs, Answered> {
  return async (call) => {
    const { profile, field, session, notes } = call;
    const { tenant } = session;
    const reading = { store: storeOf(database, tenant.customerId), tenant };
    // A hidden field got here because it is to look like an empty one.
    const value = isHidden(profile.noun, field.id, tenant)
      ? undefined
      : await fieldWire(reading, profile, field);
    const member = value === undefined ? {} : { [field.id]: value };
    noteDelivered(notes, { ref: profile, byDefault: false }, member);
    const body = isWrapped(field, session) ? member : bareValue(field, value);
    return { answer: finishAnswer(call, jsonAnswer(200, body)) };
  };
}

function isWrapped(field: Field, { tenant }: Session): boolean {
  const { collectionRead, scalarFieldRead } = tenant.settings.switches;
  return isGroup(field) ? collectionRead === "wrapped" : scalarFieldRead === "wrapped";
}

function bareValue(field: Field, value: Json | undefined): Json {
  if (value !== undefined) return value;
  if (isGroup(field)) return [];
  // Never null (PAY): without an object around it, an empty field is not there.
  throw notFound("this field has no value");
}
