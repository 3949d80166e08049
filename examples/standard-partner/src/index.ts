export {
  faults,
  goodVariants,
  type Behaviour,
  type FaultName,
  type GoodName,
} from "./behaviour.ts";
export type { Customer } from "./customer.ts";
export { manifest } from "./manifest.ts";
export {
  startStandardPartner,
  type PartnerOptions,
  type StandardPartner,
} from "./start-standard-partner.ts";
