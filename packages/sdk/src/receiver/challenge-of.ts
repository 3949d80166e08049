import type { Authenticator } from "./authenticator.ts";

/** What is said to who is not known. */
export function challengeOf({ challenge = 'Basic realm="partner"' }: Authenticator): string {
  return challenge;
}
