import type { Region, SandboxId } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { PartnerAuthentication, PartnerConnection } from "./partner-connection.ts";

/** A row of `partner_connection`, as far as it is read. */
export interface ConnectionRow {
  readonly sandbox_id: string;
  readonly region: Region;
  readonly endpoint: string;
  readonly authentication: JsonObject;
  readonly secret_ciphertext: Uint8Array | null;
  readonly previous_secret_ciphertext: Uint8Array | null;
  readonly previous_valid_until: Date | null;
  readonly enablement: JsonObject;
  readonly updated_at: Date;
}

/** A connection with its sealed secrets: inside this package only. */
export interface StoredConnection extends PartnerConnection {
  readonly sealedSecret: Uint8Array | undefined;
  readonly sealedPreviousSecret: Uint8Array | undefined;
}

export function parseConnectionRow(row: ConnectionRow): StoredConnection {
  const { authentication } = row;
  return {
    // Written by the programme as the id of a sandbox.
    sandboxId: row.sandbox_id as SandboxId,
    region: row.region,
    endpoint: row.endpoint,
    authentication: parseAuthentication(authentication),
    trustedCertificates: text(authentication["trustedCertificates"]),
    enablement: row.enablement,
    hasSecret: row.secret_ciphertext !== null,
    previousSecretUntil: row.previous_valid_until ?? undefined,
    updatedAt: row.updated_at,
    sealedSecret: row.secret_ciphertext ?? undefined,
    sealedPreviousSecret: row.previous_secret_ciphertext ?? undefined,
  };
}

/** What the column `authentication` holds: nothing secret. */
export function authenticationColumn(
  authentication: PartnerAuthentication,
  trustedCertificates: string | undefined,
): JsonObject {
  return { ...authentication, trustedCertificates };
}

function parseAuthentication(stored: JsonObject): PartnerAuthentication {
  const scheme = stored["scheme"];
  const username = text(stored["username"]);
  if ((scheme === "basic" || scheme === "hmac") && username !== undefined)
    return { scheme, username };
  const tokenAddress = text(stored["tokenAddress"]);
  const clientId = text(stored["clientId"]);
  if (scheme === "oauth" && tokenAddress !== undefined && clientId !== undefined) {
    const audience = text(stored["audience"]);
    const scope = text(stored["scope"]);
    return {
      scheme,
      tokenAddress,
      clientId,
      ...(audience === undefined ? {} : { audience }),
      ...(scope === undefined ? {} : { scope }),
    };
  }
  throw new Error(
    "Expected the stored authentication of a partner as scheme basic or hmac with a user name, or as oauth with token address and client id",
  );
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
