import { hash } from "node:crypto";

/** The only form in which a secret that opens this API is kept: SHA-256 of its UTF-8 bytes. */
export function digestSecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}
