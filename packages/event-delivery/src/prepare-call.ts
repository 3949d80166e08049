import { gzipSync } from "node:zlib";

import type { Header } from "@slipway/exchange";

import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { StoredConnection } from "./connection/connection-row.ts";
import type { ConnectionVault } from "./connection/connection-vault.ts";
import { ConnectionMissingProblem } from "./connection/connection.problems.ts";
import { openCredentials, type OpenCredentials } from "./connection/open-credentials.ts";
import type { OutboundCall } from "./outbound/send-call.ts";
import type { WireTarget } from "./outbound/wire.ts";

/** A delivery turned into the call that is made. */
export interface PreparedCall {
  readonly url: URL;
  readonly wireTarget: WireTarget;
  readonly call: OutboundCall;
  /** The headers as they will stand on the wire, those of the connection included. */
  readonly wireHeaders: readonly Header[];
  /** The body before compression. */
  readonly plainBody: Uint8Array | undefined;
  readonly knownSecrets: readonly string[];
}

export interface PrepareOptions {
  readonly vault: ConnectionVault;
  /** `Slipway/<version>`. */
  readonly userAgent: string;
}

/** Throws a problem when there is no connection, or its credentials cannot be read: then nothing can be sent. */
export async function prepareCall(
  delivery: ClaimedDelivery,
  options: PrepareOptions,
): Promise<PreparedCall> {
  const { connection } = delivery;
  if (connection === undefined)
    throw new ConnectionMissingProblem(delivery.sandboxId, delivery.region);
  const credentials = await credentialsFor(delivery, connection, options.vault);
  return callWith(delivery, { connection, credentials, userAgent: options.userAgent });
}

/** The call of a delivery as far as it can still be told, without credentials where they cannot be read: for the record of a call that was lost. */
export async function reconstructCall(
  delivery: ClaimedDelivery,
  options: PrepareOptions,
): Promise<PreparedCall> {
  try {
    return await prepareCall(delivery, options);
  } catch {
    // The record says what was sent; that the key was lost since then is told where it stops a call.
    const connection = delivery.connection ?? lostConnection(delivery);
    return callWith(delivery, { connection, credentials: undefined, userAgent: options.userAgent });
  }
}

async function credentialsFor(
  delivery: ClaimedDelivery,
  connection: StoredConnection,
  vault: ConnectionVault,
): Promise<OpenCredentials | undefined> {
  const { credentials } = delivery.request;
  if (credentials === "none") return undefined;
  return openCredentials(connection, vault, { credentials, deliveryId: delivery.id });
}

interface CallParts {
  readonly connection: Pick<StoredConnection, "endpoint" | "trustedCertificates">;
  readonly credentials: OpenCredentials | undefined;
  readonly userAgent: string;
}

function callWith(delivery: ClaimedDelivery, parts: CallParts): PreparedCall {
  const { request } = delivery;
  const url =
    request.address === undefined
      ? calledUrl(parts.connection.endpoint, request.path, request.query)
      : new URL(request.address);
  const plainBody = request.body === null ? undefined : Buffer.from(request.body, "utf8");
  const body = plainBody !== undefined && request.gzip ? gzipSync(plainBody) : plainBody;
  const headers = headersOf(delivery, parts);
  return {
    url,
    wireTarget: {
      origin: url.origin,
      trustedCertificates: parts.connection.trustedCertificates,
    },
    call: { method: request.method, target: `${url.pathname}${url.search}`, headers, body },
    wireHeaders: [
      ["host", url.host],
      ["connection", "keep-alive"],
      ...headers,
      ...contentLength(request.method, body),
    ],
    plainBody,
    knownSecrets: parts.credentials?.secrets ?? [],
  };
}

function headersOf(delivery: ClaimedDelivery, parts: CallParts): readonly Header[] {
  const { request } = delivery;
  return [
    ["User-Agent", parts.userAgent],
    ["Accept-Encoding", "gzip,deflate"],
    ...(request.body === null ? [] : [["Content-Type", "application/json"] as const]),
    ...(request.gzip && request.body !== null ? [["Content-Encoding", "gzip"] as const] : []),
    ["X-Slipway-Delivery", delivery.id],
    ...Object.entries(request.headers),
    ...(parts.credentials === undefined
      ? []
      : [["Authorization", parts.credentials.authorization] as const]),
  ];
}

function contentLength(method: string, body: Uint8Array | undefined): readonly Header[] {
  if (body === undefined) return method === "GET" ? [] : [["content-length", "0"]];
  return [["content-length", String(body.byteLength)]];
}

function calledUrl(endpoint: string, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url;
}

function lostConnection(delivery: ClaimedDelivery): CallParts["connection"] {
  return { endpoint: delivery.lane, trustedCertificates: undefined };
}
