import { hmacScheme, sha256, signatureOf } from "../credentials/canonical-request.ts";
import { equalsSecret } from "./equals-secret.ts";
import type { InboundRequest, SecretOf } from "./inbound-request.ts";

export interface SignatureCheck {
  readonly request: InboundRequest;
  readonly keyOf: SecretOf;
  readonly hosts: readonly string[] | undefined;
  readonly greatestSkewMs: number;
  readonly now: number;
}

const covered = ["x-icims-date", "x-icims-content-sha256"];

/** The user whose key signed the request; undefined when none did. */
export async function isSignedWith(check: SignatureCheck): Promise<string | undefined> {
  const { request, keyOf, greatestSkewMs, now } = check;
  const proof = parseProof(request.headers.get("authorization") ?? "");
  if (proof === undefined || !covered.every((name) => proof.names.includes(name))) return undefined;
  const sentAt = parseDate(request.headers.get("x-icims-date") ?? "");
  const isFresh = Math.abs(now - sentAt) <= greatestSkewMs;
  if (!isFresh || !hasDigest(request)) return undefined;
  const key = await keyOf(proof.username);
  if (!key) return undefined;
  const isRight = acceptedSignatures(check, proof.names, key).some((signature) =>
    equalsSecret(signature, proof.signature),
  );
  return isRight ? proof.username : undefined;
}

interface Proof {
  readonly username: string;
  readonly names: readonly string[];
  readonly signature: string;
}

// Clients put a blank after the commas, the vendor does not.
function parseProof(header: string): Proof | undefined {
  const pattern = new RegExp(
    `^${hmacScheme} +user=([^,]+), *signedheaders=([^,]+), *signature=([0-9a-f]{64}) *$`,
    "u",
  );
  const [, username, names, signature] = pattern.exec(header) ?? [];
  if (username === undefined || names === undefined || signature === undefined) return undefined;
  return { username, names: names.split(";"), signature };
}

// `+0000` as the vendor sends it is no ISO 8601 that JavaScript reads. NaN is in no range.
function parseDate(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/u, "$1:$2"));
}

// A body that is compressed on its way may have been digested before or after; both are a digest of what was said.
function hasDigest({ headers, rawBody, body }: InboundRequest): boolean {
  const digest = headers.get("x-icims-content-sha256");
  return digest === sha256(rawBody) || digest === sha256(body);
}

// Not documented: whether a port belongs to the host that is signed, and whether a query is sorted. Each way is accepted.
function acceptedSignatures(
  { request, hosts }: SignatureCheck,
  names: readonly string[],
  key: string,
): readonly string[] {
  const { method, target, headers, host: arrived } = request;
  const [path = "", query = ""] = splitOnce(target, "?");
  const hostNames = new Set([...(hosts ?? [arrived]), arrived.replace(/:\d+$/u, "")]);
  const queries = new Set([query, query.split("&").toSorted().join("&")]);
  return [...hostNames].flatMap((host) => {
    const valueOf = (name: string): string => (name === "host" ? host : headers.get(name)) ?? "";
    const signed = Object.fromEntries(names.map((name): [string, string] => [name, valueOf(name)]));
    return [...queries].map((one) =>
      signatureOf({ method, path, query: one, headers: signed }, key),
    );
  });
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
