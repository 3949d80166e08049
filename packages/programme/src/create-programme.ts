import { loadRunsOf } from "@slipway/conformance";

import { moveClock, showClock } from "./clock/move-clock.ts";
import { loadDelivery } from "./deliveries/look-at-delivery.ts";
import { listIntegrations } from "./integrations/integration.store.ts";
import { registerIntegration } from "./integrations/register-integration.ts";
import { listExchanges, loadExchange } from "./logs/read-log.ts";
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
import { gradingsOf, regradeRun, reportOf, stopRun, viewRun } from "./runs/run-views.ts";
import { startValidation } from "./runs/start-validation.ts";
import { createSandbox } from "./sandboxes/create-sandbox.ts";
import { issueCredential } from "./sandboxes/issue-credential.ts";
import { loadSandbox } from "./sandboxes/sandbox.store.ts";

/** Puts the programme together from its parts. */
export function createProgramme(parts: ProgrammeParts): Programme {
  const { queries } = parts.database;
  return {
    registerIntegration: async (input) =>
      registerIntegration({ ...parts, clock: parts.clocks.installation }, input),
    listIntegrations: async () => listIntegrations(queries),
    createSandbox: async (input) => createSandbox(parts, input),
    loadSandbox: async (sandboxId) => loadSandbox(queries, sandboxId),
    replaceCredential: async (sandboxId, region) => {
      const sandbox = await loadSandbox(queries, sandboxId);
      const tenant = await tenantOf(parts, sandbox.tenants[region].customerId);
      return parts.database.transaction(async (tx) => issueCredential(tx, parts, tenant));
    },
    savePartnerSetup: async (sandboxId, setup) => savePartnerSetup(parts, sandboxId, setup),
    preflight: async (sandboxId) => runPreflight(parts, sandboxId),
    startRun: async (input) => startValidation(parts, input),
    loadRun: async (runId) => viewRun(parts, runId),
    listRuns: async (sandboxId) => loadRunsOf(queries, (await loadSandbox(queries, sandboxId)).id),
    cancelRun: async (runId) => stopRun(parts, runId),
    regradeRun: async (runId, packVersion) => regradeRun(parts, runId, packVersion),
    listGradings: async (runId) => gradingsOf(parts, runId),
    loadReport: async (runId, gradingId) => reportOf(parts, runId, gradingId),
    listExchanges: async (query) => listExchanges(parts, query),
    loadExchange: async (customerId, exchangeId) => loadExchange(parts, customerId, exchangeId),
    moveCandidate: async (input) => moveCandidate(parts, input),
    orderAssessment: async (input) => orderAssessment(parts, input),
    cancelAssessment: async (customerId, orderId) => cancelAssessment(parts, customerId, orderId),
    loadOrder: async (customerId, orderId) => loadOrder(parts, customerId, orderId),
    loadDelivery: async (customerId, deliveryId) => loadDelivery(queries, customerId, deliveryId),
    showClock: async (customerId) => showClock(parts, customerId),
    moveClock: async (move, customerId) => moveClock(parts, move, customerId),
  };
}
