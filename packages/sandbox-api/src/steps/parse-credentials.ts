import type { Step } from "../call/steps-of.ts";
import { refuseCredentials, type CredentialsRefusal } from "../credentials/refuse-credentials.ts";
import { parseBasic, type PresentedCredentials } from "../credentials/parse-basic.ts";

/** What the caller presents as proof; a request without any is refused as one with wrong ones. */
export function parseCredentials(
  refusal: CredentialsRefusal,
): Step<unknown, { readonly presented: PresentedCredentials }> {
  return ({ arrival, notes }) => {
    const { authorization } = arrival;
    const presented = authorization === undefined ? undefined : parseBasic(authorization);
    if (presented === undefined) return refuseCredentials(arrival, refusal);
    notes.secret = presented.password;
    return { presented };
  };
}
