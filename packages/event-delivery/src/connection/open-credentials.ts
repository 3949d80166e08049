import type { StoredConnection } from "./connection-row.ts";
import type { ConnectionVault } from "./connection-vault.ts";
import { SecretAlteredProblem, SecretMissingProblem } from "./connection.problems.ts";
import type { PartnerSecret } from "./partner-connection.ts";

/** Credentials in the clear: in memory, for the time of one call. */
export interface OpenCredentials {
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  /** Everything secret that may occur in what is exchanged. */
  readonly secrets: readonly string[];
}

/**
 * The header for a call. `wrong` is the configured user with a password made of the delivery's id: never the configured one,
 * and nothing of it. Throws a problem when the stored secret is missing or cannot be read.
 */
export async function openCredentials(
  connection: StoredConnection,
  vault: ConnectionVault,
  wanted: { readonly credentials: "configured" | "wrong"; readonly deliveryId: string },
): Promise<OpenCredentials> {
  const { username } = connection.authentication;
  const [secret, previous] = await Promise.all([
    unsealed(connection, vault, connection.sealedSecret),
    unsealed(connection, vault, connection.sealedPreviousSecret),
  ]);
  if (secret === undefined) throw new SecretMissingProblem(connection.sandboxId, connection.region);
  const password =
    wanted.credentials === "wrong" ? `not-the-password-${wanted.deliveryId}` : secret.password;
  const passwords = [secret.password, ...(previous === undefined ? [] : [previous.password])];
  return {
    authorization: basic(username, password),
    secrets: passwords.flatMap((known) => [known, basic(username, known).slice("Basic ".length)]),
  };
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}

async function unsealed(
  connection: StoredConnection,
  vault: ConnectionVault,
  sealed: Uint8Array | undefined,
): Promise<PartnerSecret | undefined> {
  if (sealed === undefined) return undefined;
  const opened: unknown = JSON.parse(await vault.unseal(connection, sealed));
  if (!isSecret(opened)) throw new SecretAlteredProblem(connection.sandboxId, connection.region);
  return opened;
}

function isSecret(value: unknown): value is PartnerSecret {
  if (typeof value !== "object" || value === null) return false;
  return (
    "scheme" in value &&
    value.scheme === "basic" &&
    "password" in value &&
    typeof value.password === "string"
  );
}
