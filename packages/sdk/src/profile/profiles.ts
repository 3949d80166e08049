import type {
  ApplicantWorkflowProfile,
  ApplicantWorkflowReadOnly,
} from "./applicant-workflow-profile.ts";
import type { CompanyProfile, CompanyReadOnly } from "./company-profile.ts";
import type { JobProfile, JobReadOnly } from "./job-profile.ts";
import type { PersonProfile, PersonReadOnly } from "./person-profile.ts";
import type { Entry } from "./profile-base.ts";
import type { WriteOf } from "./write-of.ts";

/** The four types of profile by their noun, as a read answers them. */
export interface Profiles {
  readonly people: PersonProfile;
  readonly jobs: JobProfile;
  readonly companies: CompanyProfile;
  readonly applicantworkflows: ApplicantWorkflowProfile;
}

interface ReadOnlyFields {
  readonly people: PersonReadOnly;
  readonly jobs: JobReadOnly;
  readonly companies: CompanyReadOnly;
  readonly applicantworkflows: ApplicantWorkflowReadOnly;
}

/** The noun of a profile type, as it stands in a path. */
export type ProfileNoun = keyof Profiles;

/** A profile as it is created or changed. */
export type ProfileWrite<Noun extends ProfileNoun> = WriteOf<
  Profiles[Noun],
  ReadOnlyFields[Noun] | "links"
>;

/** A field that can be asked for. */
export type FieldId<Noun extends ProfileNoun> = Exclude<keyof Profiles[Noun] & string, "links">;

/** The name of a collection of this type, without the status log, which is read with `statusLog`. */
export type CollectionId<Noun extends ProfileNoun> = {
  [Id in FieldId<Noun>]: Required<Profiles[Noun]>[Id] extends readonly Entry[] ? Id : never;
}[FieldId<Noun>] &
  string;

/** One entry of a collection, without its number. */
export type EntryOf<Noun extends ProfileNoun, Id extends FieldId<Noun>> =
  NonNullable<Profiles[Noun][Id]> extends readonly (infer Item)[] ? Omit<Item, "entry"> : never;

/** An entry as it is added or changed. */
export type EntryWriteOf<Noun extends ProfileNoun, Id extends FieldId<Noun>> = WriteOf<
  EntryOf<Noun, Id>
>;
