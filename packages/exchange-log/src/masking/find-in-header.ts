import type { Header, MaskKind } from "@slipway/exchange";

import { findInText, inPlace, type Search } from "./find-in-text.ts";
import type { Found } from "./found.ts";

const credentialHeaders: ReadonlySet<string> = new Set(["authorization", "proxy-authorization"]);

/** Everything in a header's value that must not be stored. */
export function findInHeader([name, value]: Header, search: Search): readonly Found[] {
  const lower = name.toLowerCase();
  if (credentialHeaders.has(lower)) return findCredential(value);
  if (lower === "cookie") return findCookies(value);
  if (lower === "set-cookie")
    return [...findCookies(/^[^;]*/.exec(value)?.[0] ?? ""), ...findInText(value, search)];
  const kind = search.keyKinds.of(lower);
  if (kind === undefined) return findInText(value, search);
  if (value === "") return [];
  const whole = place(value, { start: 0, end: value.length, kind });
  return [whole, ...inPlace(kind, findInText(value, search))];
}

/** Names of authentication schemes tell nothing, so they stay readable. */
const scheme =
  /^(?:basic|bearer|digest|negotiate|ntlm|token|apikey|oauth|hmac[\w-]*|aws4-hmac-sha256|x-icims-v1-hmac-sha256)\s+(?=\S)/i;

function findCredential(value: string): readonly Found[] {
  if (value === "") return [];
  const start = scheme.exec(value)?.[0].length ?? 0;
  const given = value.slice(start);
  const plain = /^basic\s/i.test(value) ? decodeBasic(given) : given;
  return [{ ...place(value, { start, end: value.length, kind: "credential" }), value: plain }];
}

/** `user:password` behind a Basic credential; the credential itself where it is not one. */
export function decodeBasic(given: string): string {
  const decoded = Buffer.from(given, "base64").toString("utf8");
  return decoded.includes(":") ? decoded : given;
}

const cookie = /(?<=^|;)\s*(?:[^=;]*=)?([^;]+)/g;

function findCookies(value: string): readonly Found[] {
  return Array.from(value.matchAll(cookie), (match) => {
    const content = match[1] ?? "";
    const end = match.index + match[0].length;
    return place(value, { start: end - content.length, end, kind: "cookie" });
  });
}

function place(
  value: string,
  { start, end, kind }: { readonly start: number; readonly end: number; readonly kind: MaskKind },
): Found {
  return { start, end, kind, value: value.slice(start, end), by: "place", within: "" };
}
