export type {
  AccessToken,
  Account,
  IssuedToken,
  Me,
  NewAccount,
  NewOrganisation,
  NewToken,
  Organisation,
  Scope,
} from "./access.wire.ts";
export type { Integration } from "./integration.wire.ts";
export type {
  Actor,
  Design,
  HistoryEntry,
  HistoryVerification,
  IntegrationVersion,
  Lifecycle,
  RequirementSet,
  Registration,
  ReviewItem,
  StandingMove,
  Submission,
  VersionMove,
} from "./lifecycle.wire.ts";
export type { SandboxUse } from "./sandbox-use-calls.ts";
export type { UnsentEventQuery } from "./listing-calls.ts";
export type {
  ListedIntegration,
  Listing,
  ListingMove,
  ListingText,
  Marketplace,
  UnsentEvent,
} from "./listing.wire.ts";
export type { EvidenceBundle, EvidenceKey, EvidenceKeys } from "./evidence.wire.ts";
export type {
  AdherenceReport,
  AttachedExchange,
  FeatureRelease,
  ReleaseAudience,
  ReleaseDraft,
  Revalidation,
} from "./revalidation.wire.ts";
export type { Thread, ThreadItem, ThreadQuery } from "./thread.wire.ts";
export type { PlatformClientOptions } from "./caller.ts";
export { createPlatformClient, type PlatformClient } from "./platform-client.ts";
export type { FieldRules, LoginGroup, LoginGroupSent } from "./login-group.ts";
export { PlatformRefusedProblem, PlatformUnreachableProblem } from "./platform-client.problems.ts";
export type {
  Impact,
  ImpactChangeKind,
  ImpactQuestion,
  ImpactScope,
  RunImpact,
  Standing,
} from "./impact.wire.ts";
export type { TenantSwitch } from "./tenant-switch.wire.ts";
export type { ExchangeQuery, NoticeQuery } from "./list-queries.ts";
export type { RunConclusion } from "./run-conclusion.wire.ts";
export type { ReportedPart, RunPart, RunStartSelection } from "./run-part.wire.ts";
export type {
  CallerAddresses,
  Credential,
  CredentialKind,
  CredentialWanted,
  HmacCredential,
  IssuedCredential,
  OAuthCredential,
} from "./credential.wire.ts";
export type {
  AssessmentOrder,
  Delivery,
  Exchange,
  RecordedBody,
  RecruiterView,
} from "./traffic.wire.ts";
export type {
  Clock,
  ClockMove,
  Deadline,
  DeadlineEntry,
  DeadlineOpening,
  DeadlineWithHistory,
  Declaration,
  Grading,
  ManifestEntry,
  Notice,
  NoticeWithText,
  PartnerAuthentication,
  PartnerConnection,
  PartnerSetup,
  PreflightItem,
  PreflightReport,
  ProblemDocument,
  Region,
  ReportedExchange,
  ReportedRequirement,
  ObservedField,
  ReportedResult,
  Run,
  RunProgress,
  RunReport,
  Sandbox,
  SandboxTenant,
  Task,
  Verdict,
  VerdictKind,
  WaitingStep,
  WhoAndWhy,
} from "./wire.ts";
export type {
  NewWebhook,
  Webhook,
  WebhookEventType,
  WebhookMessage,
  WebhookWithSecret,
} from "./webhook.wire.ts";
