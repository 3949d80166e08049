export {
  awaitResult,
  createCandidate,
  moveCandidate,
  type AwaitResultFacts,
  type AwaitResultInput,
  type CandidateRefs,
  type CreateCandidateFacts,
  type CreateCandidateInput,
  type FieldAlteration,
  type MoveCandidateFacts,
  type MoveCandidateInput,
  type RecruiterView,
} from "./candidate-actions.ts";
export {
  awaitClosedRow,
  cancelOrder,
  disturbWorkflow,
  readOrderStatus,
  sendOrder,
  syncPackages,
  type AwaitClosedRowFacts,
  type AwaitClosedRowInput,
  type CancelOrderFacts,
  type CancelOrderInput,
  type DisturbWorkflowFacts,
  type DisturbWorkflowInput,
  type ReadOrderStatusFacts,
  type ReadOrderStatusInput,
  type SendOrderFacts,
  type SendOrderInput,
  type SyncPackagesFacts,
  type SyncPackagesInput,
} from "./prime-assessment/actions.ts";
export {
  frameworkRegistry,
  registeredFramework,
  type ProbeRequest,
  type OptionalFeature,
  type RegisteredFramework,
} from "./framework-registry.ts";
export { checkRegistry, type RegisteredCheck } from "./check-registry.ts";
export {
  parseAcceptedOrder,
  parseOrderStatus,
  parsePackageList,
  primeSchemas,
  type AcceptedOrder,
  type AssessmentPackage,
  type Order,
  type OrderStatus,
  type PackageList,
} from "./prime-assessment/contract.ts";
export type { ContractFinding, Parsed } from "./parse-body.ts";
export { parseVendorError, type VendorError } from "./shared-contract.ts";
export { completingWrite } from "./evidence/completing-write.ts";
export {
  exampleManifest,
  orderFields,
  type OrderField,
} from "./prime-assessment/field-manifest.ts";
export { orderBody, repeatedOrderBody, type OrderFacts } from "./prime-assessment/order-body.ts";
export {
  completeApplication,
  enterAssessments,
  repeatEvent,
  returnToPortal,
  visitPage,
  type CompleteApplicationInput,
  type EventFacts,
  type NextPlace,
  type RepeatEventInput,
  type ReturnToPortalInput,
  type VisitPageInput,
} from "./standard-assessment/actions.ts";
export { exampleStandardManifest } from "./standard-assessment/field-manifest.ts";
export { standardAssessment } from "./standard-assessment/standard-assessment.framework.ts";
export { primeAssessment } from "./prime-assessment/prime-assessment.framework.ts";
export { resultWindowMs } from "./result-window-ms.ts";
export { slotsFor, type CollateralSlot } from "./collateral/collateral-slots.ts";
