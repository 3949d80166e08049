import type { Header } from "@slipway/exchange";

import { decodeBasic } from "./find-in-header.ts";
import type { KeyKinds } from "./key-kinds.ts";

/** A cookie's value is looked for elsewhere only if it is long enough to be no word. */
const shortestCookie = 12;

/**
 * The secrets that the request presented, right or wrong: wherever else they occur in the exchange they are masked too, and
 * an answer that repeats them is found out.
 */
export function presentedSecrets(
  headers: readonly Header[],
  keyKinds: KeyKinds,
): readonly string[] {
  const secrets: string[] = [];
  for (const [name, value] of headers) {
    if (keyKinds.isSecretHeader(name))
      secrets.push(...valuesOf(name.toLowerCase(), value, keyKinds));
  }
  return secrets;
}

function valuesOf(name: string, value: string, keyKinds: KeyKinds): readonly string[] {
  if (name === "authorization" || name === "proxy-authorization") return fromAuthorization(value);
  if (name === "cookie")
    return value
      .split(";")
      .map((pair) => pair.slice(pair.indexOf("=") + 1).trim())
      .filter((one) => one.length >= shortestCookie);
  const kind = keyKinds.of(name);
  return kind === "credential" || kind === "token" ? [value] : [];
}

function fromAuthorization(value: string): readonly string[] {
  const [, scheme = "", given = ""] = /^(\S+)\s+(\S.*)$/s.exec(value) ?? [];
  if (given === "") return [value];
  if (scheme.toLowerCase() !== "basic") return [given];
  const plain = decodeBasic(given);
  return [plain.slice(plain.indexOf(":") + 1)];
}
