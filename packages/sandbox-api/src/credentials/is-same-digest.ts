import { timingSafeEqual } from "node:crypto";

/** Whether two digests are the same, told in a time that does not depend on where they differ. */
export function isSameDigest(stored: Uint8Array, presented: Uint8Array): boolean {
  return stored.length === presented.length && timingSafeEqual(stored, presented);
}
