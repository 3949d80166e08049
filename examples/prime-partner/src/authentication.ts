import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

import type { CustomerConfiguration, PlatformCredentials } from "./configuration.ts";
import { isSame } from "./is-same.ts";
import { readBytes } from "./json-http.ts";
import { Refusal } from "./refusal.ts";
import type { Tokens } from "./tokens.ts";

type Customers = ReadonlyMap<string, CustomerConfiguration>;

/** The customers for whom a call proves itself, each by the way configured for it; throws 401 when there are none. */
export async function callersCustomers(
  request: IncomingMessage,
  customers: Customers,
  tokens: Tokens,
): Promise<Customers> {
  const own = new Map<string, CustomerConfiguration>();
  for (const [customerId, customer] of customers)
    if (await isProven(request, customer.platform, tokens)) own.set(customerId, customer);
  if (own.size > 0) return own;
  const text =
    "The connection to the assessment provider is not set up correctly. Please contact support.";
  throw new Refusal(401, text, "wrong credentials");
}

async function isProven(
  request: IncomingMessage,
  platform: PlatformCredentials,
  tokens: Tokens,
): Promise<boolean> {
  const header = request.headers.authorization ?? "";
  if (platform.method === "hmac")
    return header.startsWith(`${scheme} `) && isSigned(request, await readBytes(request), platform);
  if (platform.method === "oauth")
    return tokens.isOf(/^Bearer +(?<token>\S+)$/iu.exec(header)?.groups?.["token"], platform);
  const encoded = /^Basic +(?<encoded>[A-Za-z0-9+/=]+)$/iu.exec(header)?.groups?.["encoded"];
  if (encoded === undefined) return false;
  const given = Buffer.from(encoded, "base64").toString("utf8");
  return isSame(given, `${platform.username}:${platform.password}`);
}

const scheme = "x-icims-v1-hmac-sha256";
const greatestSkewMs = 5 * 60_000;
const alwaysSigned = ["host", "x-icims-date", "x-icims-content-sha256"];

type Key = Extract<PlatformCredentials, { method: "hmac" }>;

/** Whether the request is signed with the key as the guide says, its body included, within five minutes of now. */
function isSigned(request: IncomingMessage, body: Buffer, { username, sharedKey }: Key): boolean {
  const { headers, method = "", url = "" } = request;
  const parts = /^\S+ +user=([^,]+), *signedheaders=([^,]+), *signature=([0-9a-f]{64})$/u;
  const [, user, names = "", signature = ""] = parts.exec(headers.authorization ?? "") ?? [];
  const signed = names.split(";");
  const needed = body.length === 0 ? alwaysSigned : [...alwaysSigned, "content-type"];
  if (user !== username || !needed.every((name) => signed.includes(name))) return false;
  const valueOf = (name: string): string => String(headers[name] ?? "").trim();
  const date = valueOf("x-icims-date");
  // `+0000` is no offset that every reader of dates knows.
  const sentAt = Date.parse(date.replace(/([+-]\d\d)(\d\d)$/u, "$1:$2"));
  const isFresh = Math.abs(Date.now() - sentAt) <= greatestSkewMs;
  if (!isFresh || valueOf("x-icims-content-sha256") !== sha256(body)) return false;
  const [path = "", query = ""] = url.split(/\?(.*)/su);
  const lines = signed.toSorted().map((name) => `${name}:${valueOf(name)}`);
  const canonical = [method, path, query, ...lines, "", signed.toSorted().join(";")].join("\n");
  const text = [scheme, date, sha256(canonical)].join("\n");
  return isSame(signature, createHmac("sha256", sharedKey).update(text).digest("hex"));
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
