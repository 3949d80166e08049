export { isLasting, type AnswerStore } from "./answer/answer-store.ts";
export {
  jsonAnswer,
  redirectAnswer,
  refusalAnswer,
  responseOf,
  type StoredAnswer,
} from "./answer/stored-answer.ts";
export { fieldToken, type ProfileType } from "./answer/field-token.ts";
export { openFileAnswerStore, type FileAnswerStore } from "./answer/file-answer-store.ts";
export {
  createMemoryAnswerStore,
  type MemoryAnswerStoreOptions,
} from "./answer/create-memory-answer-store.ts";
export { Refusal, type RefusalText } from "./answer/refusal.ts";
export type { AtsClientOptions, MakeOnce, Patience } from "./client/ats-client-options.ts";
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
export type {
  ApplicationCompletedEvent,
  AtsEvent,
  JobEditEvent,
  JobPostEvent,
  JobUnpostEvent,
  KnownEvents,
  KnownEventType,
  OnboardPortalTaskEvent,
  RemoteLoginEvent,
  WorkflowStatusChangeEvent,
} from "./receiver/ats-event.ts";
export {
  acceptAny,
  acceptBasic,
  acceptBearer,
  acceptHmac,
  type Authenticator,
  type HmacCheck,
} from "./receiver/authenticator.ts";
export {
  createEndpoint,
  type EndpointOptions,
  type KnownRequest,
} from "./receiver/create-endpoint.ts";
export {
  createEventReceiver,
  type EventHandlers,
  type EventReceiverOptions,
} from "./receiver/create-event-receiver.ts";
export type { InboundRequest, RequestHandler, SecretOf } from "./receiver/inbound-request.ts";
export { parseJsonObject } from "./receiver/parse-json-object.ts";
export type { BodyLimits } from "./receiver/read-inbound.ts";
export { toNodeListener } from "./receiver/to-node-listener.ts";
