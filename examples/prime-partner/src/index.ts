export type {
  AssessmentPackage,
  Credentials,
  CustomerConfiguration,
  PartnerConfiguration,
} from "./core/configuration.ts";
export { allFaults, type FaultName } from "./faults/all-faults.ts";
export { germanWordings, goodVariants } from "./faults/good-variants.ts";
export { manifest } from "./core/manifest.ts";
export type { SeenOrder } from "./journal.ts";
export {
  startPrimePartner,
  type PartnerOptions,
  type PrimePartner,
} from "./start-prime-partner.ts";
