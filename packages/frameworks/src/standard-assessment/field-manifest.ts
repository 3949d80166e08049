import type { ManifestEntry } from "@slipway/conformance";

/** Fields without which every partner of the framework refuses an event, by `person.email`-style key. */
export const requiredFields: readonly string[] = [
  "person.firstname",
  "person.lastname",
  "person.email",
  "job.assessmenttype",
];

/** The manifest that the guide shows: every field that a small Standard integration reads or writes through the ATS API. */
export const exampleStandardManifest: readonly ManifestEntry[] = [
  { profileType: "person", field: "firstname", access: "read", required: true },
  { profileType: "person", field: "lastname", access: "read", required: true },
  { profileType: "person", field: "email", access: "read", required: true },
  { profileType: "job", field: "jobtitle", access: "read", required: false },
  { profileType: "job", field: "assessmenttype", access: "read", required: true },
  {
    profileType: "applicantworkflow",
    field: "assessmentresults",
    access: "read-write",
    required: false,
  },
];
