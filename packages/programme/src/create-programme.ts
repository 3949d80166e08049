import type { Tenant } from "@slipway/ats-model";
import { loadRunsOf } from "@slipway/conformance";
import type { Region } from "@slipway/exchange";

import { accessFunctions } from "./access/access-functions.ts";
import { moveClock, showClock } from "./clock/move-clock.ts";
import { clearDeadline, extendDeadline } from "./deadlines/change-deadline.ts";
import { listDeadlines, loadDeadline } from "./deadlines/deadline.store.ts";
import { openDeadline } from "./deadlines/open-deadline.ts";
import { loadDelivery } from "./deliveries/look-at-delivery.ts";
import { evidenceFunctions } from "./evidence/evidence-functions.ts";
import { listIntegrations } from "./integrations/integration.store.ts";
import { registerIntegration } from "./integrations/register-integration.ts";
import { listExchanges, loadExchange } from "./logs/read-log.ts";
import { lifecycleFunctions } from "./lifecycle/lifecycle-functions.ts";
import { marketplaceFunctions } from "./marketplace/marketplace-functions.ts";
import { noticeFunctions } from "./notices/notice-functions.ts";
import { savePartnerSetup } from "./partner/save-partner-setup.ts";
import { runPreflight } from "./preflight/run-preflight.ts";
import { tenantOf, type ProgrammeParts } from "./programme-parts.ts";
import type { Programme } from "./programme.ts";
import {
  cancelAssessment,
  loadOrder,
  moveCandidate,
  orderAssessment,
} from "./recruiter/recruiter-actions.ts";
import { holdDraft, showPack } from "./runs/hold-draft.ts";
import {
  gradingsOf,
  manifestOf,
  regradeRun,
  reportOf,
  stopRun,
  viewRun,
} from "./runs/run-views.ts";
import { startValidation } from "./runs/start-validation.ts";
import { createSandbox } from "./sandboxes/create-sandbox.ts";
import { issueCredential, issuePassword } from "./sandboxes/issue-credential.ts";
import { sandboxUseFunctions } from "./sandboxes/sandbox-use.ts";
import { loadSandbox } from "./sandboxes/sandbox.store.ts";
import { tenantFunctions } from "./sandboxes/tenant-functions.ts";
import { submissionFunctions } from "./submission/submission-functions.ts";
import { listTasks } from "./tasks/task.store.ts";
import { threadFunctions } from "./threads/thread-functions.ts";
import { webhookFunctions } from "./webhooks/webhook-functions.ts";

/** Puts the programme together from its parts. */
export function createProgramme(parts: ProgrammeParts): Programme {
  const { queries } = parts.database;
  return {
    ...accessFunctions(parts),
    registerIntegration: async (input) =>
      registerIntegration({ ...parts, clock: parts.clocks.installation }, input),
    listIntegrations: async (organisation) => listIntegrations(queries, organisation),
    createSandbox: async (input) => createSandbox(parts, input),
    loadSandbox: async (sandboxId) => loadSandbox(queries, sandboxId),
    replaceCredential: async (sandboxId, region) => {
      const tenant = await sandboxTenant(parts, sandboxId, region);
      return parts.database.transaction(async (tx) => issuePassword(tx, parts, tenant));
    },
    issueCredential: async ({ sandboxId, region, ...wanted }) => {
      const tenant = await sandboxTenant(parts, sandboxId, region);
      return parts.database.transaction(async (tx) =>
        issueCredential(tx, parts, { tenant, ...wanted }),
      );
    },
    savePartnerSetup: async (sandboxId, setup, actor) =>
      savePartnerSetup(parts, sandboxId, { setup, actor }),
    preflight: async (sandboxId) => runPreflight(parts, sandboxId),
    startRun: async (input) => startValidation(parts, input),
    loadRun: async (runId) => viewRun(parts, runId),
    listRuns: async (sandboxId) => loadRunsOf(queries, (await loadSandbox(queries, sandboxId)).id),
    cancelRun: async (runId) => stopRun(parts, runId),
    regradeRun: async (runId, packVersion) => regradeRun(parts, runId, packVersion),
    listGradings: async (runId) => gradingsOf(parts, runId),
    loadReport: async (runId, gradingId) => reportOf(parts, runId, gradingId),
    showPack: (pack) => showPack(parts, pack),
    holdDraft: (input) => holdDraft(parts, input),
    loadManifest: async (runId) => manifestOf(parts, runId),
    listExchanges: async (query) => listExchanges(parts, query),
    loadExchange: async (customerId, exchangeId) => loadExchange(parts, customerId, exchangeId),
    moveCandidate: async (input) => moveCandidate(parts, input),
    orderAssessment: async (input) => orderAssessment(parts, input),
    cancelAssessment: async (customerId, orderId) => cancelAssessment(parts, customerId, orderId),
    loadOrder: async (customerId, orderId) => loadOrder(parts, customerId, orderId),
    loadDelivery: async (customerId, deliveryId) => loadDelivery(queries, customerId, deliveryId),
    showClock: async (customerId) => showClock(parts, customerId),
    moveClock: async (move, customerId) => moveClock(parts, move, customerId),
    ...lifecycleFunctions(parts),
    ...tenantFunctions(parts),
    ...sandboxUseFunctions(parts),
    ...evidenceFunctions(parts),
    openDeadline: async (input) => openDeadline(parts, input),
    listDeadlines: async (query) => listDeadlines(queries, parts.mail, query),
    loadDeadline: async (id) => loadDeadline(queries, parts.mail, id),
    extendDeadline: async (change) => extendDeadline(parts, change),
    clearDeadline: async (change) => clearDeadline(parts, change),
    ...marketplaceFunctions(parts),
    ...noticeFunctions(parts),
    ...submissionFunctions(parts),
    ...threadFunctions(parts),
    ...webhookFunctions(parts),
    listTasks: async () => listTasks(queries),
  };
}

async function sandboxTenant(
  parts: ProgrammeParts,
  sandboxId: string,
  region: Region,
): Promise<Tenant> {
  const sandbox = await loadSandbox(parts.database.queries, sandboxId);
  return tenantOf(parts, sandbox.tenants[region].customerId);
}
