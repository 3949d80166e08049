import type { CaseEvidence } from "@slipway/conformance";
import type { Json, JsonObject } from "@slipway/foundation";

import { isObject } from "../../evidence/body-json.ts";

/** The packages that the platform read in step `name`; empty when it read none. */
export function listedPackages({ steps }: CaseEvidence, name: string): readonly JsonObject[] {
  const packages: Json | undefined = steps[name]?.facts?.["packages"];
  // Facts are plain data: every member of a list is JSON.
  return Array.isArray(packages) ? (packages as readonly Json[]).filter(isObject) : [];
}
