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
export function noteProfile(notes: CallNotes, { noun, id }: ProfileRef, doc?: ProfileDoc): void {
  const key = member[noun];
  notes.references = {
    ...notes.references,
    ...(key === undefined ? {} : { [key]: id }),
    ...(noun === "applicantworkflows" && doc !== undefined ? linkedBy(doc) : {}),
  };
}

function linkedBy({ associatedprofile, baseprofile }: ProfileDoc): References {
  return {
    ...(typeof associatedprofile === "number" ? { personId: associatedprofile } : {}),
    ...(typeof baseprofile === "number" ? { jobId: baseprofile } : {}),
  };
}
