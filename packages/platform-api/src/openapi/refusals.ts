/** Codes of problems by route and status, beside those that every route can give. A test holds what is seen against it. */
export const refusals: Readonly<Record<string, Readonly<Record<number, readonly string[]>>>> = {
  "GET /deadlines": {
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "GET /deadlines/:deadlineId": {
    404: ["DEADLINE-NOT-FOUND"],
  },
  "GET /frameworks/:framework/packs/:version": {
    404: ["FRAMEWORK-NOT-FOUND", "PACK-VERSION-NOT-FOUND"],
  },
  "GET /frameworks/:framework/packs/:version/impact": {
    404: ["FRAMEWORK-NOT-FOUND", "PACK-VERSION-NOT-FOUND"],
  },
  "GET /integrations/:integrationId": {
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "GET /integrations/:integrationId/history": {
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "GET /integrations/:integrationId/listing": {
    404: ["INTEGRATION-NOT-FOUND", "LISTING-NOT-FOUND"],
    409: ["PATH-WITHOUT-SANDBOX"],
  },
  "GET /integrations/:integrationId/unsent-events": {
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "GET /integrations/:integrationId/versions/:version/evidence": {
    404: ["EVIDENCE-UNBUILT", "INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
  },
  "GET /integrations/:integrationId/versions/:version/evidence/archive": {
    404: ["EVIDENCE-UNBUILT", "INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
  },
  "GET /integrations/:integrationId/versions/:version/submission": {
    404: ["INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
  },
  "GET /notices": {
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "GET /notices/:noticeId": {
    404: ["NOTICE-NOT-FOUND"],
  },
  "GET /releases/:releaseId": {
    404: ["RELEASE-NOT-FOUND"],
  },
  "GET /releases/:releaseId/affected": {
    404: ["RELEASE-NOT-FOUND"],
  },
  "GET /runs/:runId": {
    404: ["RUN-NOT-FOUND"],
  },
  "GET /runs/:runId/gradings": {
    404: ["RUN-NOT-FOUND"],
  },
  "GET /runs/:runId/manifest": {
    404: ["RUN-NOT-FOUND"],
  },
  "GET /runs/:runId/report": {
    404: ["RUN-NOT-FOUND"],
  },
  "GET /sandboxes/:sandboxId": {
    404: ["SANDBOX-NOT-FOUND"],
  },
  "GET /sandboxes/:sandboxId/runs": {
    404: ["SANDBOX-NOT-FOUND"],
  },
  "GET /sandboxes/:sandboxId/use": {
    404: ["SANDBOX-NOT-FOUND"],
  },
  "GET /tenants/:customerId/caller-addresses": {
    404: ["TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/clock": {
    404: ["TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/deliveries/:deliveryId": {
    404: ["DELIVERY-NOT-FOUND", "TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/exchanges": {
    404: ["RUN-NOT-FOUND", "TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/exchanges/:exchangeId": {
    404: ["EXCHANGE-NOT-FOUND", "TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/login-groups": {
    404: ["TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/orders/:orderId": {
    404: ["ORDER-NOT-FOUND", "TENANT-NOT-FOUND"],
  },
  "GET /tenants/:customerId/switches": {
    404: ["TENANT-NOT-FOUND"],
  },
  "GET /threads/:threadId": {
    404: ["THREAD-NOT-FOUND"],
  },
  "GET /webhooks/:webhookId": {
    404: ["WEBHOOK-NOT-FOUND"],
  },
  "GET /webhooks/:webhookId/messages": {
    404: ["WEBHOOK-NOT-FOUND"],
  },
  "POST /accounts": {
    403: ["GRANT-BEYOND-OWN"],
    404: ["ORGANISATION-NOT-FOUND"],
    409: ["ACCOUNT-NAME-TAKEN"],
    422: ["ACCOUNT-ROLE-UNFIT"],
  },
  "POST /accounts/:accountId/tokens": {
    403: ["GRANT-BEYOND-OWN"],
    404: ["ACCOUNT-NOT-FOUND"],
  },
  "POST /adherence-reports/:reportId/decision": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["ADHERENCE-REPORT-NOT-FOUND"],
    409: ["ADHERENCE-REPORT-DECIDED"],
  },
  "POST /deadlines/:deadlineId/clear": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["DEADLINE-NOT-FOUND"],
    409: ["DEADLINE-STATE-WRONG"],
  },
  "POST /deadlines/:deadlineId/extend": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["DEADLINE-NOT-FOUND"],
    409: ["DEADLINE-STATE-WRONG"],
  },
  "POST /evidence-keys": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
  },
  "POST /evidence-keys/:keyId/revocation": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["EVIDENCE-KEY-NOT-FOUND"],
    409: ["EVIDENCE-KEY-REVOKED"],
  },
  "POST /frameworks/:framework/impact": {
    404: ["FRAMEWORK-NOT-FOUND"],
    422: ["PACK-DRAFT-WRONG"],
  },
  "POST /integrations": {
    403: ["ORGANISATION-OTHER"],
  },
  "POST /integrations/:integrationId/adherence-reports": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "POST /integrations/:integrationId/deadlines": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["DEADLINE-EXISTS"],
  },
  "POST /integrations/:integrationId/declared-changes": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED"],
  },
  "POST /integrations/:integrationId/events": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED"],
  },
  "POST /integrations/:integrationId/items/:itemId/close": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "REVIEW-ITEM-NOT-FOUND"],
  },
  "POST /integrations/:integrationId/listing/events": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "LISTING-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED", "PATH-WITHOUT-SANDBOX"],
  },
  "POST /integrations/:integrationId/revalidations": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED"],
  },
  "POST /integrations/:integrationId/sandbox": {
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["PATH-WITHOUT-SANDBOX", "SANDBOX-BEFORE-APPROVAL", "SANDBOX-EXISTS"],
  },
  "POST /integrations/:integrationId/threads": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    422: ["THREAD-ITEM-NOT-FOUND"],
  },
  "POST /integrations/:integrationId/versions": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["VERSION-OPEN"],
  },
  "POST /integrations/:integrationId/versions/:version/events": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED"],
  },
  "POST /integrations/:integrationId/versions/:version/evidence": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
    409: ["EVIDENCE-UNDECIDED"],
  },
  "POST /integrations/:integrationId/versions/:version/evidence/publication": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["EVIDENCE-UNBUILT", "INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
  },
  "POST /integrations/:integrationId/versions/:version/items": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
  },
  "POST /integrations/:integrationId/versions/:version/submission/confirmations": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "SUBMISSION-SLOT-NOT-FOUND", "VERSION-NOT-FOUND"],
    409: ["SUBMISSION-FROZEN", "SUBMISSION-SLOT-EMPTY"],
  },
  "POST /notices/:noticeId/resolution": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["NOTICE-NOT-FOUND"],
  },
  "POST /organisations": {
    409: ["ORGANISATION-NAME-TAKEN", "ORGANISATION-OF-PROGRAMME"],
  },
  "POST /releases": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
  },
  "POST /releases/:releaseId/publish": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["RELEASE-NOT-FOUND"],
    409: ["RELEASE-PUBLISHED"],
  },
  "POST /revalidations/:revalidationId/withdraw": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["REVALIDATION-NOT-FOUND"],
    409: ["REVALIDATION-ENDED"],
  },
  "POST /runs/:runId/cancel": {
    404: ["RUN-NOT-FOUND"],
  },
  "POST /runs/:runId/gradings": {
    404: ["RUN-NOT-FOUND"],
  },
  "POST /sandboxes/:sandboxId/accept-policy": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER", "SANDBOX-POLICY-NOT-YOURS"],
    404: ["SANDBOX-NOT-FOUND"],
    409: ["SANDBOX-POLICY-VERSION"],
  },
  "POST /sandboxes/:sandboxId/preflight": {
    404: ["SANDBOX-NOT-FOUND"],
  },
  "POST /sandboxes/:sandboxId/restore": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER", "SANDBOX-USE-NOT-YOURS"],
    404: ["SANDBOX-NOT-FOUND"],
    409: ["SANDBOX-USE-UNCHANGED"],
  },
  "POST /sandboxes/:sandboxId/runs": {
    404: ["RUN-NOT-FOUND", "SANDBOX-NOT-FOUND"],
    409: ["RUN-ALREADY-ACTIVE"],
    422: ["RUN-OF-OTHER-SANDBOX", "RUN-SELECTION-UNKNOWN"],
  },
  "POST /sandboxes/:sandboxId/tenants/:region/credentials": {
    404: ["SANDBOX-NOT-FOUND"],
  },
  "POST /sandboxes/:sandboxId/withdraw": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER", "SANDBOX-USE-NOT-YOURS"],
    404: ["SANDBOX-NOT-FOUND"],
    409: ["SANDBOX-USE-UNCHANGED"],
  },
  "POST /tenants/:customerId/clock/moves": {
    404: ["TENANT-NOT-FOUND"],
  },
  "POST /tenants/:customerId/orders": {
    404: ["TENANT-NOT-FOUND"],
  },
  "POST /tenants/:customerId/orders/:orderId/cancel": {
    404: ["ORDER-NOT-FOUND", "TENANT-NOT-FOUND"],
  },
  "POST /tenants/:customerId/switches": {
    404: ["TENANT-NOT-FOUND"],
  },
  "POST /tenants/:customerId/workflows/:workflowId/move": {
    404: ["TENANT-NOT-FOUND", "WORKFLOW-NOT-FOUND"],
  },
  "POST /threads/:threadId/messages": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["THREAD-NOT-FOUND"],
  },
  "POST /threads/:threadId/resolution": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["THREAD-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED"],
  },
  "POST /tokens/:tokenId/revoke": {
    404: ["TOKEN-NOT-FOUND"],
    409: ["TOKEN-OF-INSTALLATION"],
  },
  "POST /webhooks": {
    400: ["WEBHOOK-ADDRESS-INVALID"],
    403: ["ORGANISATION-OTHER"],
    404: ["ORGANISATION-NOT-FOUND"],
  },
  "POST /webhooks/:webhookId/disable": {
    404: ["WEBHOOK-NOT-FOUND"],
  },
  "POST /webhooks/:webhookId/enable": {
    404: ["WEBHOOK-NOT-FOUND"],
  },
  "POST /webhooks/:webhookId/messages/:messageId/resend": {
    404: ["WEBHOOK-MESSAGE-NOT-FOUND", "WEBHOOK-NOT-FOUND"],
    409: ["WEBHOOK-DISABLED", "WEBHOOK-MESSAGE-UNDER-WAY"],
  },
  "POST /webhooks/:webhookId/remove": {
    404: ["WEBHOOK-NOT-FOUND"],
  },
  "POST /webhooks/:webhookId/secret": {
    404: ["WEBHOOK-NOT-FOUND"],
  },
  "POST /webhooks/:webhookId/test": {
    404: ["WEBHOOK-NOT-FOUND"],
    409: ["WEBHOOK-DISABLED"],
  },
  "PUT /integrations/:integrationId/contact": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
  },
  "PUT /integrations/:integrationId/listing": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED", "PATH-WITHOUT-SANDBOX"],
  },
  "PUT /integrations/:integrationId/versions/:version/design": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["INTEGRATION-NOT-FOUND", "VERSION-NOT-FOUND"],
  },
  "PUT /sandboxes/:sandboxId/partner-setup": {
    403: ["ACTOR-OTHER"],
    404: ["SANDBOX-NOT-FOUND"],
  },
  "PUT /tenants/:customerId/caller-addresses": {
    404: ["TENANT-NOT-FOUND"],
  },
  "PUT /tenants/:customerId/login-groups": {
    404: ["TENANT-NOT-FOUND"],
  },
  "PUT /threads/:threadId/owner": {
    400: ["ACTOR-MISSING"],
    403: ["ACTOR-OTHER"],
    404: ["ACCOUNT-NOT-FOUND", "THREAD-NOT-FOUND"],
    409: ["LIFECYCLE-REFUSED"],
    422: ["THREAD-OWNER-UNFIT"],
  },
};
