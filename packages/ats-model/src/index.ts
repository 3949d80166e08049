export {
  applicationCompletedEvent,
  type ApplicationCompletion,
} from "./event/application-completed-event.ts";
export {
  workflowStatusChangeEventType,
  type ApplicationCompletedPayload,
  type EventPayload,
  type WorkflowStatusChangePayload,
} from "./event/event-payload.ts";
export {
  workflowStatusChangeEvent,
  type EventNotification,
  type WorkflowStatusChange,
} from "./event/workflow-status-change-event.ts";
export type { Evidence } from "./field/evidence.ts";
export {
  isGroup,
  type ChildField,
  type Field,
  type FieldType,
  type FilterKind,
  type GroupField,
  type LinkField,
  type ListField,
  type MaskKind,
  type PlainField,
  type SystemSource,
  type TextField,
} from "./field/field.ts";
export { fieldsOf, findField, isHidden } from "./field/fields-of.ts";
export { seenField } from "./field/seen-field.ts";
export {
  isFindings,
  type Finding,
  type FindingCode,
  type SearchFindingCode,
} from "./field/finding.ts";
export type {
  ProfileDoc,
  StoredAddressLink,
  StoredChild,
  StoredEntry,
  StoredFile,
  StoredMoney,
  StoredValue,
} from "./field/stored-value.ts";
export { labelOf, type Labelled } from "./label/label-of.ts";
export { resolveTokens, type ResolvedText } from "./label/resolve-tokens.ts";
export { linkHeader, type Link } from "./links/link.ts";
export { linksOf } from "./links/links-of.ts";
export { customerUrl, entryUrl, profileUrl, type TenantAddress } from "./links/profile-url.ts";
export { customerId, parseProfileId, profileId } from "./noun/parse-profile-id.ts";
export type {
  CompanyId,
  CustomerId,
  JobId,
  PersonId,
  ProfileId,
  WorkflowId,
} from "./noun/profile-ids.ts";
export {
  filterPrefix,
  isProfileNoun,
  nounNamed,
  profileNouns,
  schemaName,
  type ProfileNoun,
  type SchemaName,
} from "./noun/profile-noun.ts";
export type { ProfileRecord } from "./noun/profile-record.ts";
export type { ProfileRef } from "./noun/profile-ref.ts";
export {
  applyEntryChanges,
  type AppliedEntries,
  type Collection,
  type EntryOptions,
} from "./profile/apply-entry-changes.ts";
export {
  applyProfileWrite,
  missingRequired,
  type ApplyOptions,
} from "./profile/apply-profile-write.ts";
export { defaultFieldsOf } from "./profile/default-fields-of.ts";
export { addressTextOf, displayFields, displayTextOf } from "./profile/display-text.ts";
export { linkTargetsOf, type LinkTargets } from "./profile/link-targets-of.ts";
export { parseFieldsParameter, type FieldSelection } from "./profile/parse-fields-parameter.ts";
export { parseProfileWrite, type ProfileWrite } from "./profile/parse-profile-write.ts";
export { profileToWire, storedOf } from "./profile/profile-to-wire.ts";
export { indexedFieldsOf } from "./search/indexed-fields.ts";
export { filterNamesOf, type NamedFilter } from "./search/filter-names-of.ts";
export { parseSearchQuery } from "./search/parse-search-query.ts";
export { searchOperators, type SearchOperator } from "./search/search-operators.ts";
export type {
  SearchColumn,
  SearchComparison,
  SearchNode,
  SearchQuery,
  SearchSource,
  SearchTest,
} from "./search/search-query.ts";
export { searchedField } from "./search/searched-field.ts";
export type { SearchReader } from "./search/search-reader.ts";
export { seedProfiles } from "./seed/seed-profiles.ts";
export {
  canonicalRequest,
  contentDigest,
  hmacScheme,
  signatureHeaders,
  signatureOf,
  stringToSign,
  type SignedRequest,
} from "./signature/canonical-request.ts";
export { parseRequestDate } from "./signature/parse-request-date.ts";
export {
  parseSignedAuthorization,
  signedAuthorization,
  type SignedAuthorization,
  type SigningUser,
} from "./signature/signed-authorization.ts";
export { assessmentStatusNodes, type AssessmentStatus } from "./tenant/assessment-status.ts";
export type { CustomField } from "./tenant/custom-field.ts";
export type { ListNode, StatusNode, StatusPurpose } from "./tenant/list-node.ts";
export { listNodes, workflowBinList, workflowStatusList } from "./tenant/list-nodes.ts";
export { pairSettings, type PairSettings } from "./tenant/pair-settings.ts";
export type { TenantDirectory } from "./tenant/tenant-directory.ts";
export {
  checkLoginGroup,
  type FieldRulesSent,
  type LoginGroupSent,
} from "./tenant/check-login-group.ts";
export {
  integrationUserGroup,
  loginGroupPresets,
  type FieldRules,
  type LoginGroup,
  type LoginGroupRules,
} from "./tenant/login-group.ts";
export { isIntegrationUser, tenantSeenBy } from "./tenant/tenant-seen-by.ts";
export type { Tenant, TenantSettings } from "./tenant/tenant.ts";
export {
  defaultSwitches,
  vendorSwitches,
  type SwitchId,
  type SwitchSettings,
  type VendorSwitch,
} from "./tenant/vendor-switches.ts";
export { formatDateTime, parseDateText, parseDateTimeText } from "./value/date-text.ts";
export type { EntryChanges, FieldWrite, NewListNode } from "./value/field-write.ts";
export { entryFromWire, fromWire, type EntryWrite } from "./value/from-wire.ts";
export { newListNode } from "./value/new-list-node.ts";
export { timeframes } from "./value/read-money.ts";
export { entryToWire, toWire } from "./value/to-wire.ts";
export type { WireContext, WriteContext } from "./value/wire-context.ts";
export {
  errorHeader,
  errorItem,
  type VendorErrorItem,
  type VendorProblem,
} from "./vendor-error/vendor-error-wire.ts";
export {
  vendorErrors,
  type VendorError,
  type VendorErrorKey,
} from "./vendor-error/vendor-errors.ts";
