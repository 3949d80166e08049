import { createHash, timingSafeEqual } from "node:crypto";

/** Takes as long for a near miss as for a far one. */
export function isSame(given: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
