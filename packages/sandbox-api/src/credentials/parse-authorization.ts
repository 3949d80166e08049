import { parseSignedAuthorization } from "@slipway/ats-model";

import { parseBasic } from "./parse-basic.ts";
import type { CredentialScheme, PresentedCredentials } from "./presented-credentials.ts";

const bearer = /^bearer +([\w.~+/-]+=*) *$/i;

/** Reads an `Authorization` header of any scheme of this API; undefined when it is none of them or cannot be read. */
export function parseAuthorization(authorization: string): PresentedCredentials | undefined {
  switch (schemeOf(authorization)) {
    case "basic":
      return parseBasic(authorization);
    case "bearer": {
      const token = bearer.exec(authorization)?.[1];
      return token === undefined ? undefined : { scheme: "bearer", token };
    }
    case "hmac": {
      const signed = parseSignedAuthorization(authorization);
      return signed === undefined ? undefined : { scheme: "hmac", ...signed };
    }
  }
}

/** The scheme that a header means to use, whether or not the rest can be read; Basic where it names none of ours. */
export function schemeOf(authorization: string | undefined): CredentialScheme {
  if (authorization === undefined) return "basic";
  if (/^x-icims-v1-hmac-sha256\b/.test(authorization)) return "hmac";
  return /^bearer\b/i.test(authorization) ? "bearer" : "basic";
}
