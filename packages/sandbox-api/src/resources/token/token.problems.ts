import { SandboxProblem, type SandboxProblemCode } from "../../call/sandbox.problems.ts";
import type { Header } from "@slipway/exchange";

/** An error of the token server, in the words of RFC 6749 and of the servers that the vendor's resembles (INF). */
export type TokenError =
  | "access_denied"
  | "invalid_request"
  | "method_not_allowed"
  | "too_many_requests"
  | "unsupported_grant_type";

interface Refusal {
  readonly code: SandboxProblemCode;
  readonly status: number;
  readonly error: TokenError;
  readonly description: string;
  readonly headers?: readonly Header[];
}

/** The token server is another one than the API: its errors have a shape of their own, and no header `X-Error`. */
function refused({ code, status, error, description, headers = [] }: Refusal): SandboxProblem {
  return new SandboxProblem({
    code,
    status,
    items: [{ code: status, message: description }],
    headers: [...neverStored, ...headers],
    body: { error, error_description: description },
  });
}

/** On every answer of the token server (RFC 6749, section 5.1). */
export const neverStored: readonly Header[] = [["pragma", "no-cache"]];

/** The request cannot be read, or lacks a parameter. */
export function unreadableTokenRequest(description: string): SandboxProblem {
  return refused({
    code: "SANDBOX-TOKEN-REQUEST",
    status: 400,
    error: "invalid_request",
    description,
  });
}

/** Only clients that stand for themselves are served. */
export function unsupportedGrant(): SandboxProblem {
  return refused({
    code: "SANDBOX-TOKEN-REQUEST",
    status: 400,
    error: "unsupported_grant_type",
    description: "Expected the grant_type client_credentials, found another.",
  });
}

/** Client unknown, of the other region, ended, or its secret wrong: the caller is not told which. */
export function wrongClient(): SandboxProblem {
  return refused({
    code: "SANDBOX-CREDENTIALS-WRONG",
    status: 401,
    error: "access_denied",
    description: "Unauthorized",
  });
}

/** Tokens are asked for another API than this one. */
export function wrongAudience(expected: string): SandboxProblem {
  return refused({
    code: "SANDBOX-TOKEN-AUDIENCE",
    status: 403,
    error: "access_denied",
    description: `Service not found. Expected the audience ${expected}, with the slash at its end.`,
  });
}

/** A client asks for tokens more often than it may. */
export function tooManyTokens(retryAfterSeconds: number): SandboxProblem {
  return refused({
    code: "SANDBOX-TOKEN-LIMIT",
    status: 429,
    error: "too_many_requests",
    description: `Expected at most 500 token requests of a client in 10 minutes, found more. Keep a token for as long as expires_in says; ask again in ${retryAfterSeconds} seconds.`,
    headers: [["retry-after", String(retryAfterSeconds)]],
  });
}

/** Tokens are had by POST alone. */
export function tokenVerbUnsupported(): SandboxProblem {
  return refused({
    code: "SANDBOX-VERB-UNSUPPORTED",
    status: 405,
    error: "method_not_allowed",
    description: "Expected POST.",
    headers: [["allow", "POST"]],
  });
}
