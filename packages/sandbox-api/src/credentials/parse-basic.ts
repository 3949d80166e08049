import type { PresentedCredentials } from "./presented-credentials.ts";

const basic = /^basic +([a-z0-9+/_-]+={0,2}) *$/i;

/** Reads an `Authorization` header of the Basic scheme; undefined when it is none or cannot be read. */
export function parseBasic(authorization: string): PresentedCredentials | undefined {
  const encoded = basic.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 1) return undefined;
  return { scheme: "basic", username: text.slice(0, colon), password: text.slice(colon + 1) };
}
