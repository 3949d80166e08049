import type { ProfileNoun } from "../noun/profile-noun.ts";

/** Fields that may be filtered on by their own id as well as by the other name (DOC). */
export const keepsOwnName: ReadonlySet<string> = new Set(["email", "hiredate"]);

/** Filter names that differ from the id of the field they look at, after the prefix (DOC). */
export const filterAliases: Readonly<Record<ProfileNoun, Readonly<Record<string, string>>>> = {
  people: {
    emailaddress: "email",
    logingroupid: "logingroup",
    "employeeinfo.startdate": "startdate",
    "employeeinfo.hiredate": "hiredate",
    "employeeinfo.enddate": "enddate",
  },
  jobs: { "jobpost.postdate": "jobpoststart", "jobpost.enddate": "jobpostend" },
  companies: {},
  applicantworkflows: {},
};
