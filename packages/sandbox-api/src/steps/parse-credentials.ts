import type { Call } from "../call/call.ts";
import { parseBasic, type PresentedCredentials } from "../credentials/parse-basic.ts";
import { wrongCredentials } from "../credentials/credentials.problems.ts";

/** What the caller presents as proof; a request without any is refused as one with wrong ones. */
export function parseCredentials({ arrival, notes }: Call): {
  readonly presented: PresentedCredentials;
} {
  const presented =
    arrival.authorization === undefined ? undefined : parseBasic(arrival.authorization);
  if (presented === undefined) throw wrongCredentials();
  notes.secret = presented.password;
  return { presented };
}
