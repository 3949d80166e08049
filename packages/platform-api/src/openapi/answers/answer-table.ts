import type { AnswerName } from "./answer-schemas.ts";

/** A status of success, with the name of the schema of its body; null where it has none. */
type Answers = Readonly<Record<number, AnswerName | null>>;

const version = "/integrations/:integrationId/versions/:version";

/** What each route answers where it succeeds. A test holds that every route is here or in `answersToCome`. */
export const answerTable: Readonly<Record<string, Answers>> = {
  "GET /me": { 200: "Me" },
  "GET /organisations": { 200: "OrganisationList" },
  "POST /organisations": { 201: "Organisation" },
  "GET /accounts": { 200: "AccountList" },
  "POST /accounts": { 201: "Account" },
  "POST /accounts/:accountId/tokens": { 201: "IssuedToken" },
  "GET /tokens": { 200: "AccessTokenList" },
  "POST /tokens/:tokenId/revoke": { 200: "AccessToken" },

  "GET /integrations": { 200: "IntegrationList" },
  "POST /integrations": { 200: "Integration", 201: "Integration" },
  "POST /integrations/:integrationId/sandbox": { 201: "NewSandbox" },
  "GET /integrations/:integrationId": { 200: "Lifecycle" },
  "GET /integrations/:integrationId/history": { 200: "History" },
  "GET /history/verification": { 200: "HistoryVerification" },
  "POST /customers": { 201: "Customer" },
  "POST /integrations/:integrationId/events": { 200: "Lifecycle" },
  "POST /integrations/:integrationId/versions": { 201: "Lifecycle" },
  [`PUT ${version}/design`]: { 200: "Lifecycle" },
  [`POST ${version}/events`]: { 200: "Lifecycle" },
  [`POST ${version}/items`]: { 201: "Lifecycle" },
  "POST /integrations/:integrationId/items/:itemId/close": { 200: "Lifecycle" },
  "PUT /integrations/:integrationId/contact": { 200: "Integration" },

  "GET /sandboxes/:sandboxId": { 200: "Sandbox" },
  "POST /sandboxes/:sandboxId/tenants/:region/credentials": { 201: "IssuedCredential" },
  "PUT /sandboxes/:sandboxId/partner-setup": { 204: null },
  "POST /sandboxes/:sandboxId/preflight": { 200: "PreflightReport" },
  "GET /sandboxes/:sandboxId/runs": { 200: "RunList" },
  "POST /sandboxes/:sandboxId/runs": { 201: "Run" },
  "GET /runs/:runId": { 200: "RunProgress" },
  "POST /runs/:runId/cancel": { 204: null },
  "GET /runs/:runId/gradings": { 200: "GradingList" },
  "POST /runs/:runId/gradings": { 201: "Grading" },
  "GET /runs/:runId/report": { 200: "RunReport" },
  "GET /runs/:runId/manifest": { 200: "Manifest" },

  "GET /tenants/:customerId/caller-addresses": { 200: "CallerAddresses" },
  "PUT /tenants/:customerId/caller-addresses": { 200: "CallerAddresses" },
  "GET /tenants/:customerId/exchanges": { 200: "ExchangeList" },
  "GET /tenants/:customerId/exchanges/:exchangeId": { 200: "Exchange" },
  "POST /tenants/:customerId/workflows/:workflowId/move": { 202: "MovedWorkflow" },
  "POST /tenants/:customerId/orders": { 202: "AssessmentOrder" },
  "GET /tenants/:customerId/orders/:orderId": { 200: "AssessmentOrder" },
  "POST /tenants/:customerId/orders/:orderId/cancel": { 202: "AskedCancellation" },
  "GET /tenants/:customerId/deliveries/:deliveryId": { 200: "Delivery" },
  "GET /tenants/:customerId/login-groups": { 200: "LoginGroupList" },
  "PUT /tenants/:customerId/login-groups": { 200: "LoginGroupList" },
  "GET /tenants/:customerId/switches": { 200: "TenantSwitchList" },
  "POST /tenants/:customerId/switches": { 200: "TenantSwitchList" },
  "GET /tenants/:customerId/clock": { 200: "Clock" },
  "POST /tenants/:customerId/clock/moves": { 200: "Clock" },
  "GET /clock": { 200: "Clock" },
  "POST /clock/moves": { 200: "Clock" },

  "GET /deadlines": { 200: "DeadlineList" },
  "POST /integrations/:integrationId/deadlines": { 201: "Deadline" },
  "GET /deadlines/:deadlineId": { 200: "DeadlineWithHistory" },
  "POST /deadlines/:deadlineId/extend": { 200: "DeadlineWithHistory" },
  "POST /deadlines/:deadlineId/clear": { 200: "DeadlineWithHistory" },
  "GET /tasks": { 200: "TaskList" },
  "GET /notices": { 200: "NoticeList" },
  "GET /notices/:noticeId": { 200: "NoticeWithText" },
  "POST /notices/:noticeId/resolution": { 200: "NoticeWithText" },

  "GET /adherence-reports": { 200: "AdherenceReportList" },
  "POST /integrations/:integrationId/adherence-reports": { 201: "AdherenceReport" },
  "POST /adherence-reports/:reportId/decision": { 200: "AdherenceReport" },
  "GET /releases": { 200: "FeatureReleaseList" },
  "POST /releases": { 201: "FeatureRelease" },
  "GET /releases/:releaseId": { 200: "FeatureRelease" },
  "GET /releases/:releaseId/affected": { 200: "ReleaseAudience" },
  "POST /releases/:releaseId/publish": { 200: "FeatureRelease" },
  "GET /revalidations": { 200: "RevalidationList" },
  "POST /integrations/:integrationId/revalidations": { 201: "Revalidation" },
  "POST /integrations/:integrationId/declared-changes": { 201: "Revalidation" },
  "POST /revalidations/:revalidationId/withdraw": { 200: "Revalidation" },

  [`GET ${version}/evidence`]: { 200: "EvidenceBundle" },
  [`POST ${version}/evidence`]: { 200: "EvidenceBundle" },
  [`POST ${version}/evidence/publication`]: { 200: "EvidenceBundle" },
  "GET /evidence-keys": { 200: "EvidenceKeys" },
  "POST /evidence-keys": { 201: "EvidenceKeys" },
  "POST /evidence-keys/:keyId/revocation": { 200: "EvidenceKeys" },
};

/** Routes whose answers no schema describes yet, sorted, each with the reason. It may shrink, not grow. */
export const answersToCome: Readonly<Record<string, string>> = {
  "GET /frameworks/:framework/packs/:version":
    "A pack is written by hand and read by its own reader.",
  "GET /frameworks/:framework/packs/:version/impact": "Sent run by run, never held as a whole.",
  "GET /integrations/:integrationId/versions/:version/evidence/archive": "An archive, no JSON.",
  "POST /frameworks/:framework/impact": "Sent run by run, never held as a whole.",
};
