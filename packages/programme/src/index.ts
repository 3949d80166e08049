export { createProgramme } from "./create-programme.ts";
export { digestOfToken, type AccessToken, type IssuedToken } from "./access/access-token.ts";
export { actingAs, actingName, makingFor } from "./access/acting-as.ts";
export { roleOf, seenBy, type Account, type Caller } from "./access/caller.ts";
export { checkCall } from "./access/check-call.ts";
export type { IssueToken } from "./access/issue-token.ts";
export {
  organisationKinds,
  rolesOfKind,
  type AccountRole,
  type Organisation,
} from "./access/organisation.ts";
export { ownedThings, type ThingKind } from "./access/owner-of.ts";
export { scopes, type Scope } from "./access/scope.ts";
export { WorkflowNotFoundProblem } from "./candidates/candidate.problems.ts";
export type { ClockMove } from "./clock/clock-move.ts";
export { openMovableClocks, type MovableClocks } from "./clock/movable-clocks.ts";
export type { ClockView } from "./clock/move-clock.ts";
export { deadlineKinds } from "./deadlines/deadline-kinds.ts";
export { adherenceDecisions } from "./adherence/adherence-report.ts";
export type { Design } from "./design/design.ts";
export { roles, type Actor, type Role } from "./lifecycle/actor.ts";
export { guards } from "./lifecycle/guard.ts";
export { standings } from "./lifecycle/standing-state.ts";
export { personalStandingEvents } from "./lifecycle/move-standing.ts";
export { standingTransitions } from "./lifecycle/standing-transitions.ts";
export { versionEvents, versionStates } from "./lifecycle/version-state.ts";
export { versionTransitions } from "./lifecycle/version-transitions.ts";
export { LifecycleRefusedProblem, VersionNotFoundProblem } from "./lifecycle/lifecycle.problems.ts";
export { listingTransitions } from "./marketplace/listing-transitions.ts";
export type { ListedIntegration, Marketplace } from "./marketplace/marketplace.ts";
export { sandboxPolicies, type SandboxPolicy } from "./sandboxes/sandbox-policy.ts";
export { noticeStates } from "./notices/notice.ts";
export { createMailServer } from "./notices/mail-server.ts";
export { createExchangeSource } from "./logs/exchange-source.ts";
export { addListNodes } from "./lists/add-list-nodes.ts";
export type { PartnerSetup } from "./partner/partner-setup.ts";
export { allPerformers } from "./performers/all-performers.ts";
export type { PreflightItem, PreflightReport } from "./preflight/preflight-report.ts";
export { createProgrammeWorker, type ProgrammeWorker } from "./programme-worker.ts";
export type { ProgrammeParts } from "./programme-parts.ts";
export type { Programme } from "./programme.ts";
export { releaseStates } from "./releases/feature-release.ts";
export type { RunProgressView } from "./runs/run-progress-view.ts";
export { PreflightRedProblem } from "./runs/run-start.problems.ts";
export { keepIndexedFields } from "./sandboxes/keep-indexed-fields.ts";
export { keepPublicBases } from "./sandboxes/keep-public-bases.ts";
export { credentialKinds, type Sandbox } from "./sandboxes/sandbox.ts";
export { openTenantDirectory, type CachedTenants } from "./sandboxes/tenant-directory.ts";
export type { EvidenceBundle } from "./evidence/evidence-bundle.ts";
export { EvidenceUnbuiltProblem } from "./evidence/evidence.problems.ts";
export { createSigningKeyVault, type SigningKeyVault } from "./evidence/signing-key-vault.ts";
export type { PublicStanding, Verification } from "./evidence/verification.ts";
export { threadStates, type ThreadItem } from "./threads/thread.ts";
export { tellOfRuns } from "./webhooks/tell-of-runs.ts";
export { webhookEvents, webhookEventTypes } from "./webhooks/webhook-events.ts";
export { createWebhookVault, type WebhookVault } from "./webhooks/webhook-vault.ts";
export { createWebhookWorker, type WebhookWorker } from "./webhooks/webhook-worker.ts";
export { createUserKeys, type UserKeys } from "./sandboxes/user-keys.ts";
