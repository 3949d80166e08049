import type { Step } from "../call/steps-of.ts";
import type { ApiUser } from "../credentials/api-user.ts";
import type { CredentialStore } from "../credentials/credential-store.ts";
import { refuseCredentials, type CredentialsRefusal } from "../credentials/refuse-credentials.ts";
import type { PresentedCredentials } from "../credentials/presented-credentials.ts";
import { canonicalDigest } from "../credentials/signed-request.ts";

/** Whoever the credentials prove: the same name and password may belong to users of several customers. */
export function loadUser(
  credentials: CredentialStore,
  refusal: CredentialsRefusal,
): Step<{ readonly presented: PresentedCredentials }, { readonly users: readonly ApiUser[] }> {
  return async ({ arrival, presented, notes }) => {
    const { users, keys } = await credentials.prove(presented, arrival);
    if (keys !== undefined) notes.secrets.push(...keys);
    if (users.length === 0) {
      const { scheme } = presented;
      if (scheme !== "hmac") return refuseCredentials(arrival, refusal, { scheme });
      const digest = canonicalDigest(arrival, presented.signedHeaders);
      const message = `The signed credentials are not valid: user, key or signature. The SHA-256 of the canonical request as it arrived is ${digest}.`;
      return refuseCredentials(arrival, refusal, { scheme, message });
    }
    notes.provenUsers = users;
    return { users };
  };
}
