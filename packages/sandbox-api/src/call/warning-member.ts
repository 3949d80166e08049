import { errorItem, type VendorErrorItem, type VendorProblem } from "@slipway/ats-model";

/** The `warnings` member of a body; nothing where there are none (DOC). */
export function warningMember(warnings: readonly VendorProblem[]): {
  readonly warnings?: readonly VendorErrorItem[];
} {
  return warnings.length === 0 ? {} : { warnings: warnings.map(errorItem) };
}
