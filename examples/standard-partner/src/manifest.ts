/** Every field that this partner reads or writes through the ATS API. */
export const manifest = [
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
] as const;
