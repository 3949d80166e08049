import { linkHeader, linksOf, type FieldSelection } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { problemHeaders } from "../../call/problem-headers.ts";
import { warningMember } from "../../call/warning-member.ts";
import { noteDelivered } from "../../recording/note-fields.ts";
import { warningsOf } from "./profile.problems.ts";
import type { LinkedProfile } from "./load-linked-profile.ts";
import { storeOf } from "./profile.store.ts";
import { profileWire } from "./profile.wire.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly profile: LinkedProfile;
  readonly selection: FieldSelection;
}

/** 200 with the fields selected, those that have a value, and the profile's links in body and `Link` header (PAY, DOC). */
export function respondProfile(database: Pick<Database, "tenants">): Step<Needs, Answered> {
  return async (call) => {
    const { profile, selection, session, notes } = call;
    const { tenant } = session;
    const reading = { store: storeOf(database, tenant.customerId), tenant };
    const wire = await profileWire(reading, profile, selection.fields);
    noteDelivered(notes, { ref: profile, byDefault: selection.requested.length === 0 }, wire);
    const warnings = warningsOf(selection.warnings);
    const answer = jsonAnswer(200, { ...wire, ...warningMember(warnings) }, [
      ["link", linkHeader(linksOf(tenant, profile, profile.doc))],
      ...problemHeaders("x-warning", warnings),
    ]);
    return { answer: finishAnswer(call, answer) };
  };
}
