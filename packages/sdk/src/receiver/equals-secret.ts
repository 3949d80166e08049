import { createHash, timingSafeEqual } from "node:crypto";

/** Compares without telling by its time how much of it was right. */
export function equalsSecret(left: string, right: string): boolean {
  return timingSafeEqual(digestOf(left), digestOf(right));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
