export {
  createConnectionStore,
  type ConnectionDirectory,
  type ConnectionEntry,
  type ConnectionStore,
  type ConnectionStoreOptions,
} from "./connection/connection-store.ts";
export { createConnectionVault, type ConnectionVault } from "./connection/connection-vault.ts";
export { readVaultKey, type VaultKey } from "./connection/read-vault-key.ts";
export type {
  OAuthAuthentication,
  PartnerAuthentication,
  PartnerConnection,
  PartnerSecret,
} from "./connection/partner-connection.ts";
export {
  deliveryDueChannel,
  deliveryEndedChannel,
  wakeDeliveryWorkers,
} from "./wake-delivery-workers.ts";
export type { DeliveryContext } from "./delivery-context.ts";
export type { DeliveryOutcome, FaultOwner } from "./delivery-outcome.ts";
export type { DeliveryReferences, DeliveryRequest } from "./delivery-request.ts";
export type { DeliveryState } from "./delivery-state.ts";
export {
  createDeliveryWorker,
  type DeliveryWorker,
  type DeliveryWorkerOptions,
} from "./delivery-worker.ts";
export { doubtOpenDeliveries } from "./doubt-open-deliveries.ts";
export { enqueueDelivery, type EnqueuedDelivery } from "./enqueue-delivery.ts";
export {
  eventCatalogue,
  type EventDescription,
  type EventField,
  type ExpectedAnswer,
} from "./event-catalogue.ts";
export { endIfHeld, endWaitingDeliveries, heldCodes, type HeldBecause } from "./held-delivery.ts";
export { wakeUpLoop, type WakeUpLoop } from "./wake-up-loop.ts";
export { expireLeases } from "./expire-leases.ts";
export { sendCall } from "./outbound/send-call.ts";
export type { WireResult } from "./outbound/wire-result.ts";
export { openWires, type Wires } from "./outbound/wires.ts";
export { defaultOutboundSettings, type OutboundSettings } from "./outbound/outbound-settings.ts";
export {
  planDelivery,
  type DeliveryPlan,
  type DeliveryRow,
  type PlannedRequest,
} from "./plan-delivery.ts";
export {
  recruiterView,
  type RecruiterView,
  type ViewContext,
  type ViewedAnswer,
} from "./recruiter-view.ts";
export {
  createStatusChangePlanner,
  type StatusChangePlannerOptions,
} from "./create-status-change-planner.ts";
