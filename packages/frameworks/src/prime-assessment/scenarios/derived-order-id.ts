import { createHash } from "node:crypto";

/**
 * An order id made from another, always the same one: a UUID of version 8. Two orders that begin together must share an id before
 * the first is sent, and a scenario may not draw one by chance; derived from an id that is new in every run it is new as well.
 */
export function derivedOrderId(from: string, purpose: string): string {
  const digest = createHash("sha256").update(`${purpose} ${from}`).digest("hex");
  const variant = "89ab"[Number.parseInt(digest.charAt(16), 16) % 4];
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
