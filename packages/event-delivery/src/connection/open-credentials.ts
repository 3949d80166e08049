import type { Header } from "@slipway/exchange";

import type { StoredConnection } from "./connection-row.ts";
import type { ConnectionVault } from "./connection-vault.ts";
import { SecretAlteredProblem, SecretMissingProblem } from "./connection.problems.ts";
import { parseSecret } from "./parse-secret.ts";
import type {
  OAuthAuthentication,
  PartnerAuthentication,
  PartnerSecret,
} from "./partner-connection.ts";
import { signCall, type SignableCall } from "./sign-call.ts";

/** Credentials in the clear: in memory, for the time of one call. */
export interface OpenCredentials {
  /** The headers that prove a call as it goes on the wire: `Authorization`, and what a signature needs beside it. */
  readonly prove: (call: SignableCall) => readonly Header[];
  /** Everything secret that may occur in what is exchanged. */
  readonly secrets: readonly string[];
  /** Told when the partner refuses them. */
  readonly refused?: () => void;
}

/** A client of a token endpoint with its secret. */
export interface TokenClient extends Pick<
  StoredConnection,
  "sandboxId" | "region" | "trustedCertificates"
> {
  readonly authentication: OAuthAuthentication;
  readonly clientSecret: string;
}

/** A token, and what to do when the partner refuses it. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly forget: () => void;
}

export interface WantedCredentials {
  readonly credentials: "configured" | "wrong";
  readonly deliveryId: string;
  /** Real time: the date of a signature. */
  readonly at: Date;
  readonly tokenOf: (client: TokenClient) => Promise<IssuedToken>;
}

/**
 * What proves a call. `wrong` is the configured user with a password or key made of the delivery's id, or such a token: never
 * the configured one, nothing of it, and none that was ever given out. Throws a problem when the stored secret is missing or
 * cannot be read, or no token is to be had.
 */
export async function openCredentials(
  connection: StoredConnection,
  vault: ConnectionVault,
  wanted: WantedCredentials,
): Promise<OpenCredentials> {
  const { authentication } = connection;
  const [secret, previous] = await Promise.all([
    unsealed(connection, vault, connection.sealedSecret),
    unsealed(connection, vault, connection.sealedPreviousSecret),
  ]);
  if (secret === undefined) throw new SecretMissingProblem(connection.sandboxId, connection.region);
  const secrets = [secret, ...(previous === undefined ? [] : [previous])].flatMap((known) =>
    textsOf(known, authentication),
  );
  const proof = await proofOf(connection, secret, wanted);
  return { ...proof, secrets: [...secrets, ...proof.secrets] };
}

async function proofOf(
  connection: StoredConnection,
  secret: PartnerSecret,
  wanted: WantedCredentials,
): Promise<OpenCredentials> {
  const { authentication } = connection;
  const isWrong = wanted.credentials === "wrong";
  if (authentication.scheme === "basic" && secret.scheme === "basic") {
    const password = isWrong ? `not-the-password-${wanted.deliveryId}` : secret.password;
    return authorized(basic(authentication.username, password));
  }
  if (authentication.scheme === "hmac" && secret.scheme === "hmac") {
    const key = isWrong ? `not-the-key-${wanted.deliveryId}` : secret.key;
    const user = authentication.username;
    return { prove: (call) => signCall(call, { user, key, at: wanted.at }), secrets: [] };
  }
  if (authentication.scheme === "oauth" && secret.scheme === "oauth") {
    if (isWrong) return authorized(`Bearer not-a-token-${wanted.deliveryId}`);
    const { clientSecret } = secret;
    const token = await wanted.tokenOf({ ...connection, authentication, clientSecret });
    return {
      ...authorized(`Bearer ${token.accessToken}`),
      secrets: [token.accessToken],
      refused: token.forget,
    };
  }
  // A secret that was restored from before the scheme was changed.
  throw new SecretMissingProblem(connection.sandboxId, connection.region);
}

function authorized(authorization: string): OpenCredentials {
  return { prove: () => [["Authorization", authorization]], secrets: [] };
}

function textsOf(secret: PartnerSecret, authentication: PartnerAuthentication): readonly string[] {
  if (secret.scheme === "hmac") return [secret.key];
  if (secret.scheme === "oauth") return [secret.clientSecret];
  if (authentication.scheme !== "basic") return [secret.password];
  const header = basic(authentication.username, secret.password);
  return [secret.password, header.slice("Basic ".length)];
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
  const secret = parseSecret(await vault.unseal(connection, sealed));
  if (secret === undefined) throw new SecretAlteredProblem(connection.sandboxId, connection.region);
  return secret;
}
