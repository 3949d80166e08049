import { parseProfileId, type ProfileNoun } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import type { SessionCall } from "../../call/call.ts";
import { notFound } from "../../call/sandbox.problems.ts";
import type { Step } from "../../call/steps-of.ts";
import { noteProfile } from "../../recording/note-profile.ts";
import { loadWorkflowOf, storeOf, type StoredProfile } from "../profile/profile.store.ts";

interface Gives {
  readonly profile: StoredProfile;
  readonly noun: ProfileNoun;
}

/** The workflow of the person and the job in the path (3P). */
export function loadWorkflowOfPair(
  database: Pick<Database, "tenants">,
): Step<Pick<SessionCall, "session">, Gives> {
  return async ({ arrival, session, notes }) => {
    const personId = parseProfileId(arrival.params.person ?? "");
    const jobId = parseProfileId(arrival.params.job ?? "");
    if (personId === undefined || jobId === undefined)
      throw notFound("expected the system ids of a person and a job, positive whole numbers");
    notes.references = { ...notes.references, personId, jobId };
    const store = storeOf(database, session.tenant.customerId);
    const profile = await loadWorkflowOf(store, { personId, jobId });
    if (profile === undefined) throw notFound("this person has no workflow for this job");
    noteProfile(notes, profile, profile.doc);
    return { profile, noun: "applicantworkflows" };
  };
}
