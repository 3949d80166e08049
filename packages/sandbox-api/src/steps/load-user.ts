import type { Step } from "../call/steps-of.ts";
import type { ApiUser } from "../credentials/api-user.ts";
import type { CredentialStore } from "../credentials/credential-store.ts";
import { refuseCredentials, type CredentialsRefusal } from "../credentials/refuse-credentials.ts";
import type { PresentedCredentials } from "../credentials/parse-basic.ts";

/** Whoever the credentials prove: the same name and password may belong to users of several customers. */
export function loadUser(
  credentials: CredentialStore,
  refusal: CredentialsRefusal,
): Step<{ readonly presented: PresentedCredentials }, { readonly users: readonly ApiUser[] }> {
  return async ({ arrival, presented, notes }) => {
    const users = await credentials.usersOf(presented);
    if (users.length === 0) return refuseCredentials(arrival, refusal);
    notes.provenUsers = users;
    return { users };
  };
}
