import type { Exchange } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";

import { orderFields } from "../field-manifest.ts";
import { bodyJson, memberAt } from "../../evidence/body-json.ts";

/** Which of these fields, by key, stand in the recorded order with a value that is not blank. */
export function valuesOnTheWire(exchange: Exchange, keys: readonly string[]): readonly string[] {
  const body = bodyJson(exchange.request.body);
  return orderFields
    .filter(({ key, member }) => keys.includes(key) && !isBlank(memberAt(body, member)))
    .map(({ key }) => key);
}

function isBlank(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || (typeof value === "string" && value.trim() === "")
  );
}
