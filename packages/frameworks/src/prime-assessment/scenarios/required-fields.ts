import type { Declaration } from "@slipway/conformance";

import { orderFields } from "../field-manifest.ts";

/** What a candidate or its job can lack; other profiles exist by themselves and cannot be made incomplete. */
const alterableTypes = new Set(["person", "job"]);

/** Keys of the fields that the framework's order needs, then of those that the partner declared as required, once each. */
export function requiredFields(declaration: Declaration): readonly string[] {
  const declared = declaration.manifest
    .filter(({ required, profileType }) => required && alterableTypes.has(profileType))
    .map(({ profileType, field }) => `${profileType}.${field}`);
  return [...new Set([...requiredOrderFields, ...declared])];
}

/** Keys of the fields without which every partner of the framework refuses an order. */
export const requiredOrderFields: readonly string[] = orderFields
  .filter(({ required }) => required)
  .map(({ key }) => key);
