import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Fields that every tenant searches by, where few profiles have the same value; their values are found through an index. */
const indexedEverywhere: Readonly<Record<ProfileNoun, readonly string[]>> = {
  people: ["email", "lastname"],
  jobs: ["jobid", "jobtitle"],
  companies: ["name"],
  applicantworkflows: [],
};

/** The fields of a type whose values are indexed for this tenant: ours, and its own fields that it declares searchable. */
export function indexedFieldsOf(
  noun: ProfileNoun,
  { settings }: Pick<Tenant, "settings">,
): readonly string[] {
  const own = settings.customFields.filter((field) => field.noun === noun && field.searchable);
  return [...indexedEverywhere[noun], ...own.map(({ id }) => id)];
}
