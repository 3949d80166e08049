import type { PartnerSecret } from "./partner-connection.ts";

/** The secret that was sealed as JSON; undefined when it is none. */
export function parseSecret(text: string): PartnerSecret | undefined {
  const opened: unknown = JSON.parse(text);
  if (typeof opened !== "object" || opened === null) return undefined;
  const { scheme, password, key, clientSecret } = opened as Readonly<Record<string, unknown>>; // An object, neither null nor bare.
  if (scheme === "basic" && typeof password === "string") return { scheme, password };
  if (scheme === "hmac" && typeof key === "string") return { scheme, key };
  if (scheme === "oauth" && typeof clientSecret === "string") return { scheme, clientSecret };
  return undefined;
}
