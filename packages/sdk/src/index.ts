export type { AtsClientOptions } from "./client/ats-client-options.ts";
export {
  createAtsClient,
  type AtsClient,
  type WorkflowResource,
} from "./client/create-ats-client.ts";
export type { CollectionResource } from "./client/collection-resource.ts";
export type { Created } from "./client/created-of.ts";
export type { ProfileResource, Selected } from "./client/profile-resource.ts";
export type { Quota } from "./client/quota.ts";
export type {
  SearchFilter,
  SearchHit,
  SearchOperator,
  SearchOptions,
  SearchQuery,
} from "./client/search.ts";
export type {
  AtsCredentials,
  BasicCredentials,
  HmacCredentials,
  OAuthCredentials,
} from "./credentials/ats-credentials.ts";
export { signRequest, type RequestToSign } from "./credentials/sign-request.ts";
export {
  AtsAnswerError,
  AtsAuthenticationError,
  AtsError,
  AtsNotFoundError,
  AtsQuotaError,
  AtsRequestError,
  AtsUnavailableError,
  type VendorProblem,
} from "./error/ats-error.ts";
export type { Machine } from "./machine.ts";
export type { ApplicantWorkflowProfile } from "./profile/applicant-workflow-profile.ts";
export type { CompanyProfile } from "./profile/company-profile.ts";
export type { JobProfile } from "./profile/job-profile.ts";
export type { PersonProfile } from "./profile/person-profile.ts";
export type {
  CollectionId,
  EntryOf,
  EntryWriteOf,
  FieldId,
  ProfileNoun,
  Profiles,
  ProfileWrite,
} from "./profile/profiles.ts";
export type {
  AddressLink,
  DropdownValue,
  Entry,
  Link,
  ListValue,
  Money,
  ProfileBase,
  ProfileLink,
  Salary,
  StatusLogEntry,
  StoredFile,
  Timeframe,
} from "./profile/profile-base.ts";
export type {
  AddressWrite,
  LinkWrite,
  ListWrite,
  MoneyWrite,
  SalaryWrite,
} from "./profile/write-of.ts";
