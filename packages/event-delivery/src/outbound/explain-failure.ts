import type { NoAnswerReason } from "@slipway/exchange";

import { errors } from "undici";

import { ForbiddenAddressError } from "./forbidden-address-error.ts";

/** Why there is no answer, and the reason in words. */
export interface Failure {
  readonly reason: NoAnswerReason;
  readonly detail: string;
}

/** How far the answer had come when the connection failed. */
export type AnswerProgress = "nothing" | "head-begun" | "body-begun";

/** Names what a failed call failed by; undefined for what is no failure of the network or the partner, but ours. */
export function explainFailure(error: unknown, progress: AnswerProgress): Failure | undefined {
  if (error instanceof ForbiddenAddressError)
    return { reason: "address-forbidden", detail: error.message };
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (
    tlsFailure(code, error.message) ?? socketFailure(code, progress) ?? malformedFailure(error)
  );
}

const tlsReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "the certificate has expired",
  CERT_NOT_YET_VALID: "the certificate is not valid yet",
  CERT_REVOKED: "the certificate was revoked",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate was issued by an authority that is not trusted",
  UNABLE_TO_GET_ISSUER_CERT: "the certificate was issued by an unknown authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the certificate was issued by an unknown authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "the certificate was issued by an unknown authority, or the server does not send its intermediate certificate",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host",
  ERR_SSL_WRONG_VERSION_NUMBER: "the server does not speak TLS on this port",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "the server does not speak TLS on this port",
};

function tlsFailure(code: string, message: string): Failure | undefined {
  const known = tlsReasons[code];
  if (known !== undefined) return { reason: "tls-failed", detail: `${known} (${code})` };
  if (code === "ECONNRESET" && message.includes("TLS"))
    return {
      reason: "tls-failed",
      detail: "the server closed the connection while TLS was being set up",
    };
  if (!/^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|CERT_|UNABLE_TO_|EPROTO$)/.test(code)) return undefined;
  return { reason: "tls-failed", detail: `TLS could not be set up (${code})` };
}

function socketFailure(code: string, progress: AnswerProgress): Failure | undefined {
  switch (code) {
    case "ECONNREFUSED":
      return { reason: "connection-refused", detail: "nothing listens at the address" };
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
      return { reason: "connection-refused", detail: `the address cannot be reached (${code})` };
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EAI_FAIL":
    case "EAI_NODATA":
      return { reason: "name-not-resolved", detail: `the host name was not found (${code})` };
    case "ETIMEDOUT":
    case "UND_ERR_CONNECT_TIMEOUT":
      return { reason: "timed-out", detail: "the connection could not be made in time" };
    case "ECONNRESET":
    case "ECONNABORTED":
    case "EPIPE":
      return { reason: "connection-reset", detail: `the connection was reset ${when[progress]}` };
    case "UND_ERR_SOCKET":
      return closedFailure(progress);
    default:
      return undefined;
  }
}

const when: Readonly<Record<AnswerProgress, string>> = {
  nothing: "before any byte of an answer",
  "head-begun": "within the headers of the answer",
  "body-begun": "within the body of the answer",
};

function closedFailure(progress: AnswerProgress): Failure {
  return {
    reason: progress === "nothing" ? "connection-reset" : "malformed-answer",
    detail: `the connection was closed ${when[progress]}`,
  };
}

function malformedFailure(error: Error): Failure | undefined {
  if (error instanceof errors.HeadersOverflowError)
    return { reason: "malformed-answer", detail: "the headers of the answer do not end" };
  if (error instanceof errors.ResponseContentLengthMismatchError)
    return {
      reason: "malformed-answer",
      detail: "the answer does not have the length that its Content-Length states",
    };
  // Its codes are not set in every build of the parser; its kind is.
  if (error instanceof errors.HTTPParserError)
    return { reason: "malformed-answer", detail: `the answer is no HTTP/1.1 (${error.message})` };
  return undefined;
}
