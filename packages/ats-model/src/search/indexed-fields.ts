import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Fields that every tenant searches by, where few profiles have the same value; their values are found through an index. */
const indexedEverywhere: Readonly<Record<ProfileNoun, readonly string[]>> = {
  people: ["email", "lastname"],
  jobs: ["jobid", "jobtitle"],
  companies: ["name"],
  applicantworkflows: [],
};

/**
 * The fields of a type whose values are indexed for this tenant: ours, and its own fields that it declares searchable. Workflows
 * have none: they are written most, and found by their person and job.
 */
export function indexedFieldsOf(
  noun: ProfileNoun,
  { settings }: Pick<Tenant, "settings">,
): readonly string[] {
  if (noun === "applicantworkflows") return [];
  const own = settings.customFields.filter((field) => field.noun === noun && field.searchable);
  return [...indexedEverywhere[noun], ...own.map(({ id }) => id)];
}
