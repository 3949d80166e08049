/**
 * Every field that this partner reads or writes through the ATS API; declared to the platform as it stands here. The client
 * asks for exactly these fields, so that the declaration cannot drift from what is read.
 */
export const manifest = [
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
] as const;

type Entry = (typeof manifest)[number];
type FieldOf<Type extends Entry["profileType"]> = Extract<Entry, { profileType: Type }>["field"];

/** The fields of one profile type, as the client is asked for them. */
export function fieldsOf<Type extends Entry["profileType"]>(
  profileType: Type,
): readonly FieldOf<Type>[] {
  const own = manifest.filter((entry) => entry.profileType === profileType);
  // Those of this profile type alone were left in.
  return own.map(({ field }) => field as FieldOf<Type>);
}
