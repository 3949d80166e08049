import type { FieldId, ProfileNoun } from "../profile/profiles.ts";

interface Nouns {
  readonly person: "people";
  readonly job: "jobs";
  readonly company: "companies";
  readonly submittal: "applicantworkflows";
}

/** The profile type as tokens and schemas name it; the recruiting workflow is called `submittal` there. */
export type ProfileType = keyof Nouns;

type FieldOf<Noun extends ProfileNoun> = FieldId<Noun>;

/** `{{person.email}}`: the ATS replaces it by the label that this customer gave the field. For `userMessage` only. */
export function fieldToken<Type extends ProfileType>(
  type: Type,
  field: FieldOf<Nouns[Type]>,
): string {
  return `{{${type}.${field}}}`;
}
