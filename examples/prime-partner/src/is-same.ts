import { createHash, timingSafeEqual } from "node:crypto";

/** Takes as long for a near miss as for a far one. */
export function isSame(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
