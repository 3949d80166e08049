import type { ProfileRef } from "@slipway/ats-model";
import { isHidden } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { noteDelivered, noteRequested } from "../../recording/note-fields.ts";
import { resourceHidden } from "../profile/profile.problems.ts";
import { storeOf } from "../profile/profile.store.ts";
import { statusLogWire } from "./status-log.wire.ts";

const field = "submittalstatuslog";

/** 200 with a workflow's changes of status, also when there are none; sources call it a sub-resource and a field, so it is both (3P). */
export function respondStatusLog(
  database: Pick<Database, "tenants">,
): Step<Pick<SessionCall, "session"> & { readonly profile: ProfileRef }, Answered> {
  return async (call) => {
    const { session, notes, profile } = call;
    const { tenant } = session;
    noteRequested(notes, profile, [field]);
    if (isHidden(profile.noun, field, tenant)) {
      if (tenant.settings.switches.hiddenFieldRead === "not-found")
        throw resourceHidden(tenant, "this field");
      return { answer: finishAnswer(call, jsonAnswer(200, {})) };
    }
    const reading = { store: storeOf(database, tenant.customerId), tenant };
    const wire = { [field]: await statusLogWire(reading, profile.id) };
    noteDelivered(notes, { ref: profile, byDefault: false }, wire);
    return { answer: finishAnswer(call, jsonAnswer(200, wire)) };
  };
}
