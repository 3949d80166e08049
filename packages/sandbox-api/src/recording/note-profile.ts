import type { ProfileDoc, ProfileNoun, ProfileRef } from "@slipway/ats-model";
import type { References } from "@slipway/exchange";

import type { CallNotes } from "../call/call.ts";

const member = {
  people: "personId",
  jobs: "jobId",
  companies: undefined,
  applicantworkflows: "workflowId",
} as const satisfies Record<ProfileNoun, keyof References | undefined>;

/** Notes by which ids the call is tied to a step; a workflow's document adds its person and job. */
export function noteProfile(notes: CallNotes, ref: ProfileRef, doc?: ProfileDoc): void {
  notes.references = {
    ...notes.references,
    ...referencesTo(ref),
    ...(ref.noun === "applicantworkflows" && doc !== undefined ? linkedBy(doc) : {}),
  };
}

/** The id under which the record of a call is found by the profile. */
export function referencesTo({ noun, id }: ProfileRef): References {
  const key = member[noun];
  return key === undefined ? {} : { [key]: id };
}

function linkedBy({ associatedprofile, baseprofile }: ProfileDoc): References {
  return {
    ...(typeof associatedprofile === "number" ? { personId: associatedprofile } : {}),
    ...(typeof baseprofile === "number" ? { jobId: baseprofile } : {}),
  };
}
