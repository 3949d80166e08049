export {
  awaitClosedRow,
  awaitResult,
  cancelOrder,
  createCandidate,
  disturbWorkflow,
  moveCandidate,
  readOrderStatus,
  sendOrder,
  syncPackages,
  type AwaitClosedRowFacts,
  type AwaitClosedRowInput,
  type AwaitResultFacts,
  type AwaitResultInput,
  type CancelOrderFacts,
  type CancelOrderInput,
  type CandidateRefs,
  type CreateCandidateFacts,
  type CreateCandidateInput,
  type DisturbWorkflowFacts,
  type DisturbWorkflowInput,
  type FieldAlteration,
  type MoveCandidateFacts,
  type MoveCandidateInput,
  type ReadOrderStatusFacts,
  type ReadOrderStatusInput,
  type RecruiterView,
  type SendOrderFacts,
  type SendOrderInput,
  type SyncPackagesFacts,
  type SyncPackagesInput,
} from "./prime-assessment/actions.ts";
export { checkRegistry, type RegisteredCheck } from "./check-registry.ts";
export {
  parseAcceptedOrder,
  parseOrderStatus,
  parsePackageList,
  parseVendorError,
  primeSchemas,
  type AcceptedOrder,
  type AssessmentPackage,
  type ContractFinding,
  type Order,
  type OrderStatus,
  type PackageList,
  type Parsed,
  type VendorError,
} from "./prime-assessment/contract.ts";
export { completingWrite } from "./prime-assessment/evidence/completing-write.ts";
export {
  exampleManifest,
  orderFields,
  type OrderField,
} from "./prime-assessment/field-manifest.ts";
export { orderBody, repeatedOrderBody, type OrderFacts } from "./prime-assessment/order-body.ts";
export { primeAssessment } from "./prime-assessment/prime-assessment.framework.ts";
export { resultWindowMs } from "./prime-assessment/result-window-ms.ts";
