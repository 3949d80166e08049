export {
  awaitClosedRow,
  awaitResult,
  cancelOrder,
  createCandidate,
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
  primeSchemas,
  type AcceptedOrder,
  type AssessmentPackage,
  type Order,
  type OrderStatus,
  type PackageList,
} from "./prime-assessment/contract.ts";
export type { ContractFinding, Parsed } from "./parse-body.ts";
export { parseVendorError, type VendorError } from "./shared-contract.ts";
export { completingWrite } from "./prime-assessment/evidence/completing-write.ts";
export {
  exampleManifest,
  orderFields,
  type OrderField,
} from "./prime-assessment/field-manifest.ts";
export { orderBody, repeatedOrderBody, type OrderFacts } from "./prime-assessment/order-body.ts";
export { primeAssessment } from "./prime-assessment/prime-assessment.framework.ts";
export { resultWindowMs } from "./prime-assessment/result-window-ms.ts";
