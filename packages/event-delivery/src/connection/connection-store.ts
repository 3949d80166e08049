import { X509Certificate } from "node:crypto";

import {
  runInTransaction,
  type Database,
  type TenantStatement,
  type Transaction,
} from "@slipway/database";
import type { Region, SandboxId } from "@slipway/exchange";
import { Problem, type Clock, type JsonObject } from "@slipway/foundation";

import type { ConnectionVault } from "./connection-vault.ts";
import {
  authenticationColumn,
  parseConnectionRow,
  type ConnectionRow,
  type StoredConnection,
} from "./connection-row.ts";
import { CertificatesInvalidProblem } from "./connection.problems.ts";
import { parseEndpoint, parseTokenAddress } from "./parse-endpoint.ts";
import type {
  PartnerAuthentication,
  PartnerConnection,
  PartnerSecret,
} from "./partner-connection.ts";

/** What is entered for a connection. */
export interface ConnectionEntry {
  readonly sandboxId: SandboxId;
  readonly region: Region;
  readonly endpoint: string;
  readonly authentication: PartnerAuthentication;
  /** Left out: the stored one stays, as long as the scheme stays. */
  readonly secret?: PartnerSecret;
  readonly trustedCertificates?: string;
  readonly enablement?: JsonObject;
}

/** Where partner connections are looked up. Never gives out a secret. */
export interface ConnectionDirectory {
  readonly loadConnection: (
    sandboxId: string,
    region: Region,
  ) => Promise<PartnerConnection | undefined>;
}

export interface ConnectionStore extends ConnectionDirectory {
  /**
   * Creates or replaces a connection. A new secret is used from the next call on. The one it replaces is kept for the overlap:
   * it is masked wherever a partner still repeats it, and it comes back with `restorePreviousSecret` when the partner has not
   * switched yet. What is past its overlap, of any connection, is erased with the next save. A call that is answered with 401 is never tried with the other secret: that would be a second sending.
   * With a transaction, the connection is saved when that commits.
   */
  readonly saveConnection: (entry: ConnectionEntry, tx?: Transaction) => Promise<PartnerConnection>;
  /** Whether saving this would put another secret in place of the stored one, or none. Tells neither. */
  readonly changesSecret: (entry: ConnectionEntry) => Promise<boolean>;
  /** Swaps the secret with the one before it, within the overlap; false when there is none any more. */
  readonly restorePreviousSecret: (sandboxId: string, region: Region) => Promise<boolean>;
}

export interface ConnectionStoreOptions {
  readonly database: Pick<Database, "queries" | "pool">;
  readonly vault: ConnectionVault;
  /** The installation's clock. */
  readonly clock: Pick<Clock, "now">;
  /** How long a replaced secret is kept. Default 24 hours. */
  readonly overlapMs?: number;
}

const dayMs = 86_400_000;

export function createConnectionStore(options: ConnectionStoreOptions): ConnectionStore {
  const { database, clock } = options;
  const rowOf = async (sandboxId: string, region: Region): Promise<ConnectionRow | undefined> => {
    const { rows } = await database.pool.query<ConnectionRow>({
      name: "load-connection",
      text: "select * from partner_connection where sandbox_id = $1 and region = $2",
      values: [sandboxId, region],
    });
    return rows[0];
  };
  const run = async <Row extends object>(
    statement: TenantStatement,
    tx: Transaction | undefined,
  ): Promise<readonly Row[]> =>
    tx === undefined
      ? (await database.pool.query<Row>(statement.text, [...statement.values])).rows
      : runInTransaction<Row>(tx, statement);
  return {
    loadConnection: async (sandboxId, region) => {
      const row = await rowOf(sandboxId, region);
      return row && shown(row);
    },
    saveConnection: async (entry, tx) => {
      const columns = await columnsOf(entry, options);
      const now = clock.now();
      const overlapEnd = new Date(now.getTime() + (options.overlapMs ?? dayMs));
      await run({ text: eraseStatement, values: [now] }, tx);
      const save = { text: saveStatement, values: [...columns, now, overlapEnd] };
      return shown(only(await run<ConnectionRow>(save, tx)));
    },
    changesSecret: async (entry) => {
      const held = await rowOf(entry.sandboxId, entry.region);
      return held === undefined
        ? entry.secret !== undefined
        : changesSecret(entry, parseConnectionRow(held), options.vault);
    },
    restorePreviousSecret: async (sandboxId, region) => {
      const { rowCount } = await database.pool.query(restoreStatement, [
        sandboxId,
        region,
        clock.now(),
      ]);
      return rowCount === 1;
    },
  };
}

/** A password is no key and no client secret: what belongs to another scheme is replaced, if only by nothing. */
const staysSecret = `(excluded.secret_ciphertext is null
  and excluded.authentication->>'scheme' = held.authentication->>'scheme')`;

const saveStatement = `
  insert into partner_connection as held
    (sandbox_id, region, endpoint, authentication, secret_ciphertext, enablement, updated_at)
  values ($1, $2, $3, $4, $5, coalesce($6::jsonb, '{}'), $7)
  on conflict (sandbox_id, region) do update set
    endpoint = excluded.endpoint,
    authentication = excluded.authentication,
    secret_ciphertext = case
      when ${staysSecret} then held.secret_ciphertext
      else excluded.secret_ciphertext end,
    previous_secret_ciphertext = case
      when ${staysSecret} then held.previous_secret_ciphertext
      else held.secret_ciphertext end,
    previous_valid_until = case
      when ${staysSecret} then held.previous_valid_until
      when held.secret_ciphertext is null then null
      else $8 end,
    enablement = coalesce($6::jsonb, held.enablement),
    updated_at = excluded.updated_at
  returning *`;

const eraseStatement = `
  update partner_connection set previous_secret_ciphertext = null, previous_valid_until = null
  where previous_valid_until <= $1`;

const restoreStatement = `
  update partner_connection set
    secret_ciphertext = previous_secret_ciphertext,
    previous_secret_ciphertext = secret_ciphertext,
    updated_at = $3
  where sandbox_id = $1 and region = $2
    and previous_secret_ciphertext is not null and previous_valid_until > $3`;

async function columnsOf(
  entry: ConnectionEntry,
  { vault }: ConnectionStoreOptions,
): Promise<readonly unknown[]> {
  const endpoint = parseEndpoint(entry.endpoint);
  const certificates = entry.trustedCertificates;
  if (certificates !== undefined) checkCertificates(certificates);
  return [
    entry.sandboxId,
    entry.region,
    endpoint,
    JSON.stringify(authenticationColumn(checkedAuthentication(entry), certificates)),
    entry.secret === undefined ? null : await vault.seal(entry, JSON.stringify(entry.secret)),
    entry.enablement === undefined ? null : JSON.stringify(entry.enablement),
  ];
}

async function changesSecret(
  { sandboxId, region, authentication, secret }: ConnectionEntry,
  { sealedSecret, authentication: held }: StoredConnection,
  vault: ConnectionVault,
): Promise<boolean> {
  if (secret === undefined)
    return sealedSecret !== undefined && held.scheme !== authentication.scheme;
  if (sealedSecret === undefined) return true;
  try {
    return (await vault.unseal({ sandboxId, region }, sealedSecret)) !== JSON.stringify(secret);
  } catch (error) {
    // What cannot be read any more is not what is entered now.
    if (error instanceof Problem) return true;
    throw error;
  }
}

function checkedAuthentication({ authentication }: ConnectionEntry): PartnerAuthentication {
  if (authentication.scheme !== "oauth") return authentication;
  return { ...authentication, tokenAddress: parseTokenAddress(authentication.tokenAddress) };
}

function checkCertificates(pem: string): void {
  try {
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0) throw new Error("Expected a CERTIFICATE block, found none");
    for (const block of blocks) void new X509Certificate(block);
  } catch (error) {
    throw new CertificatesInvalidProblem(error);
  }
}

function shown(row: ConnectionRow): PartnerConnection {
  const {
    sealedSecret: _sealed,
    sealedPreviousSecret: _previous,
    ...connection
  } = parseConnectionRow(row);
  return connection;
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("Expected the saved row back, found none");
  return row;
}
