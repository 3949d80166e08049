import type { Json, JsonObject } from "@slipway/foundation";

/** What the preflight said of one thing that it looked at, tenant by tenant, as facts; none where it did not look. */
export function preflightFacts(preflight: JsonObject, id: string): readonly string[] {
  const items = preflight["items"];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: Json) => {
    if (!isObject(item) || item["id"] !== id || !isObject(item["outcome"])) return [];
    const { kind, found, why } = item["outcome"];
    const said = [found, why].find((text) => typeof text === "string") ?? "";
    const tenant = typeof item["region"] === "string" ? ` in tenant ${item["region"]}` : "";
    const saw = kind === "green" ? "saw nothing of it" : "saw it as well";
    return [`the preflight ${saw}${tenant}: ${said}`];
  });
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
