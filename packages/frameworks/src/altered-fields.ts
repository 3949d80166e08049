import type { JsonObject } from "@slipway/foundation";

/** The keys in parameter `fields` of an instance of use case 3: what the order lacks, or has without a value. */
export function alteredFields(parameters: JsonObject): readonly string[] {
  const { fields } = parameters;
  return Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
}
