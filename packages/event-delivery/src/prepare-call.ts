import { gzipSync } from "node:zlib";

import type { Header } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { StoredConnection } from "./connection/connection-row.ts";
import type { ConnectionVault } from "./connection/connection-vault.ts";
import { ConnectionMissingProblem } from "./connection/connection.problems.ts";
import { openCredentials, type OpenCredentials } from "./connection/open-credentials.ts";
import type { OutboundCall } from "./outbound/send-call.ts";
import type { WireTarget } from "./outbound/wire.ts";
import type { AccessTokens } from "./token/token-source.ts";

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
  /** Told when the partner refuses the credentials. */
  readonly refused?: () => void;
}

export interface PrepareOptions {
  readonly vault: ConnectionVault;
  /** The machine's own clock: a signature is dated in real time. */
  readonly clock: Pick<Clock, "now">;
  /** `Slipway/<version>`. */
  readonly userAgent: string;
}

/** Throws a problem when there is no connection, its credentials cannot be read or no token is to be had: then nothing can be sent. */
export async function prepareCall(
  delivery: ClaimedDelivery,
  options: PrepareOptions & { readonly tokens: AccessTokens },
): Promise<PreparedCall> {
  const { connection } = delivery;
  if (connection === undefined)
    throw new ConnectionMissingProblem(delivery.sandboxId, delivery.region);
  const credentials = await credentialsFor(delivery, connection, options);
  return callWith(delivery, { connection, credentials, userAgent: options.userAgent });
}

/** The call of a delivery as far as it can still be told, without credentials where they cannot be read: for the record of a call that was lost. */
export async function reconstructCall(
  delivery: ClaimedDelivery,
  options: PrepareOptions,
): Promise<PreparedCall> {
  try {
    return await prepareCall(delivery, { ...options, tokens: noTokens });
  } catch {
    // The record says what was sent; that the key was lost since then is told where it stops a call.
    const connection = delivery.connection ?? lostConnection(delivery);
    return callWith(delivery, { connection, credentials: undefined, userAgent: options.userAgent });
  }
}

/** A call that was lost is not worth a token: the one it carried went with its worker. */
const noTokens: AccessTokens = {
  tokenFor: async () => {
    throw new Error("Expected no token to be fetched for the record of a lost call");
  },
};

async function credentialsFor(
  delivery: ClaimedDelivery,
  connection: StoredConnection,
  { vault, clock, tokens }: PrepareOptions & { readonly tokens: AccessTokens },
): Promise<OpenCredentials | undefined> {
  const { credentials } = delivery.request;
  if (credentials === "none") return undefined;
  return openCredentials(connection, vault, {
    credentials,
    deliveryId: delivery.id,
    at: clock.now(),
    tokenOf: async (client) => tokens.tokenFor(client, delivery),
  });
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
  const contentType = plainBody === undefined ? undefined : "application/json";
  const proof = parts.credentials?.prove({ method: request.method, url, contentType, body }) ?? [];
  const headers = [...headersOf(delivery, { userAgent: parts.userAgent, contentType }), ...proof];
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
    ...(parts.credentials?.refused === undefined ? {} : { refused: parts.credentials.refused }),
  };
}

function headersOf(
  { id, request }: ClaimedDelivery,
  {
    userAgent,
    contentType,
  }: { readonly userAgent: string; readonly contentType?: string | undefined },
): readonly Header[] {
  return [
    ["User-Agent", userAgent],
    ["Accept-Encoding", "gzip,deflate"],
    ...(contentType === undefined ? [] : [["Content-Type", contentType] as const]),
    ...(request.gzip && request.body !== null ? [["Content-Encoding", "gzip"] as const] : []),
    ["X-Slipway-Delivery", id],
    ...Object.entries(request.headers),
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
