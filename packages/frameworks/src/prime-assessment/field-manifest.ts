import type { ManifestEntry } from "@slipway/conformance";

/** A field of the order's body that belongs to a field of the ATS. */
export interface OrderField {
  /** `person.email`-style key: what a message names as `{{person.email}}`. */
  readonly key: string;
  /** Where it stands in the order's body. */
  readonly member: readonly [string, ...string[]];
  /** Whether a partner has to refuse an order that lacks it. */
  readonly required: boolean;
}

/** The fields that stand in an order, and which of them it needs. `package` is no field of the ATS: messages say "package". */
export const orderFields: readonly OrderField[] = [
  { key: "person.firstname", member: ["candidate", "firstName"], required: true },
  { key: "person.lastname", member: ["candidate", "lastName"], required: true },
  { key: "person.email", member: ["candidate", "email"], required: true },
  { key: "person.phones", member: ["candidate", "phone"], required: false },
  { key: "job.jobtitle", member: ["job", "title"], required: true },
  { key: "job.joblocation", member: ["job", "location"], required: false },
  { key: "package", member: ["packageId"], required: true },
];

/** The manifest that the guide shows: every field that a small Prime integration reads or writes through the ATS API. */
export const exampleManifest: readonly ManifestEntry[] = [
  { profileType: "person", field: "firstname", access: "read", required: true },
  { profileType: "person", field: "lastname", access: "read", required: true },
  { profileType: "person", field: "email", access: "read", required: true },
  { profileType: "person", field: "phones", access: "read", required: false },
  { profileType: "job", field: "jobtitle", access: "read", required: true },
  { profileType: "job", field: "joblocation", access: "read", required: false },
  {
    profileType: "applicantworkflow",
    field: "assessmentresults",
    access: "read-write",
    required: false,
  },
  { profileType: "applicantworkflow", field: "status", access: "read", required: false },
];
