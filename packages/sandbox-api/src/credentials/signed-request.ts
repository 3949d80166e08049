import { canonicalRequest, contentDigest, type SignedRequest } from "@slipway/ats-model";

import type { Arrival } from "../call/arrival.ts";

/** The value of a header as signers see it; several of one name are joined as HTTP joins them. Undefined when there is none. */
export function headerOf({ headers }: Pick<Arrival, "headers">, name: string): string | undefined {
  const values = headers.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(", ");
}

/** The request as it arrived, with the headers that are said to be signed. */
function signedRequestOf(arrival: Arrival, names: readonly string[]): SignedRequest {
  const { method, path, query } = arrival;
  const headers = names.map((name): [string, string] => [name, headerOf(arrival, name) ?? ""]);
  return { method, path, query, headers: Object.fromEntries(headers) };
}

/**
 * Every request that the caller may have meant by its signature. What is not public is taken either way: whether a port that is
 * not the usual one belongs to the host, and whether the query is signed as sent or sorted.
 */
export function possibleRequests(
  arrival: Arrival,
  names: readonly string[],
): readonly SignedRequest[] {
  const sent = signedRequestOf(arrival, names);
  const { host = "" } = sent.headers;
  const hosts = new Set([host, host.trim().replace(/:\d+$/u, "")]);
  const queries = new Set([sent.query, sent.query.split("&").toSorted().join("&")]);
  return [...hosts].flatMap((one) =>
    [...queries].map((query) => ({ ...sent, query, headers: { ...sent.headers, host: one } })),
  );
}

/** The SHA-256 of the canonical request as it arrived: what a signer compares its own with. */
export function canonicalDigest(arrival: Arrival, names: readonly string[]): string {
  return contentDigest(canonicalRequest(signedRequestOf(arrival, names)));
}
