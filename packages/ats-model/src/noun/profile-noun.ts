/** The URL noun of a profile type, as it appears in a path: `/customers/{customerId}/{noun}/{id}` (DOC). */
export type ProfileNoun = "people" | "jobs" | "companies" | "applicantworkflows";

/** Every profile noun of this model, in a fixed order. */
export const profileNouns: readonly ProfileNoun[] = [
  "people",
  "jobs",
  "companies",
  "applicantworkflows",
];

/** The prefix of a search filter: `person.email` in `search/people` (DOC). */
export const filterPrefix = {
  people: "person",
  jobs: "job",
  companies: "company",
  applicantworkflows: "applicantworkflow",
} as const satisfies Record<ProfileNoun, string>;

/** The singular name of a type in schemas and label keys; the recruiting workflow is called `submittal` there (DOC). */
export const schemaName = {
  people: "person",
  jobs: "job",
  companies: "company",
  applicantworkflows: "submittal",
} as const satisfies Record<ProfileNoun, string>;

/** A singular schema name. */
export type SchemaName = (typeof schemaName)[ProfileNoun];

/** Whether a path segment is one of the nouns; exact, because vendor paths are lower case (DOC). */
export function isProfileNoun(segment: string): segment is ProfileNoun {
  return profileNouns.some((noun) => noun === segment);
}

/** The noun that a schema name, a filter prefix or the noun itself stands for; undefined when it stands for none. */
export function nounNamed(name: string): ProfileNoun | undefined {
  return profileNouns.find(
    (noun) => noun === name || schemaName[noun] === name || filterPrefix[noun] === name,
  );
}
