import { vendorErrors, type VendorErrorKey, type VendorProblem } from "@slipway/ats-model";
import type { Header } from "@slipway/exchange";
import { Problem, type JsonObject } from "@slipway/foundation";

/** Every way in which this API refuses a request, by our own stable code. The vendor's numbers are in `items`. */
export type SandboxProblemCode =
  | "SANDBOX-BODY-TOO-LARGE"
  | "SANDBOX-BODY-UNREADABLE"
  | "SANDBOX-CALLER-NOT-ALLOWED"
  | "SANDBOX-CONTENT-TYPE-UNSUPPORTED"
  | "SANDBOX-CREDENTIALS-WRONG"
  | "SANDBOX-CUSTOMER-UNKNOWN"
  | "SANDBOX-FIELD-INVALID"
  | "SANDBOX-FIELD-REQUIRED"
  | "SANDBOX-HTTP-VERSION"
  | "SANDBOX-INTEGRATION-SUSPENDED"
  | "SANDBOX-INTERNAL-ERROR"
  | "SANDBOX-QUERY-UNREADABLE"
  | "SANDBOX-QUOTA-EXCEEDED"
  | "SANDBOX-RESOURCE-HIDDEN"
  | "SANDBOX-RESOURCE-NOT-FOUND"
  | "SANDBOX-SEARCH-DENIED"
  | "SANDBOX-SEARCH-INVALID"
  | "SANDBOX-TOKEN-AUDIENCE"
  | "SANDBOX-TOKEN-LIMIT"
  | "SANDBOX-TOKEN-REQUEST"
  | "SANDBOX-UNAVAILABLE"
  | "SANDBOX-VERB-UNSUPPORTED"
  | "SANDBOX-WITHDRAWN"
  | "SANDBOX-WORKFLOW-DUPLICATE";

export interface SandboxProblemOptions {
  readonly code: SandboxProblemCode;
  readonly status: number;
  /** What the answer's `errors` and its `X-Error` headers say; at least one. */
  readonly items: readonly VendorProblem[];
  readonly headers?: readonly Header[];
  /** Left out: the vendor's `errors`, with a header for each. The token server has a shape of its own. */
  readonly body?: JsonObject;
  readonly cause?: unknown;
}

/** A refusal in the vendor's shape. */
export class SandboxProblem extends Problem {
  readonly items: readonly VendorProblem[];
  readonly headers: readonly Header[];
  readonly body: JsonObject | undefined;

  constructor({ code, status, items, headers = [], body, cause }: SandboxProblemOptions) {
    super({ code, status, message: items.map((item) => item.message).join(" "), cause });
    this.items = items;
    this.headers = headers;
    this.body = body;
  }
}

/** A refusal with one vendor error of the table. */
export function refusal(
  code: SandboxProblemCode,
  error: VendorErrorKey,
  message: string,
): SandboxProblem {
  const { code: number, status } = vendorErrors[error];
  return new SandboxProblem({ code, status, items: [{ code: number, message }] });
}

/**
 * The customer in the path is not the caller's: unknown, another's, or of the other region. One text for all three and
 * nothing of the request in it, so that the answers are the same bytes.
 */
export function unknownCustomer(): SandboxProblem {
  return refusal(
    "SANDBOX-CUSTOMER-UNKNOWN",
    "resourceNotFound",
    "The requested resource was not found. Expected the customer id that belongs to the credentials.",
  );
}

/** No endpoint has this path, or nothing is at it. */
export function unknownPath(): SandboxProblem {
  return refusal(
    "SANDBOX-RESOURCE-NOT-FOUND",
    "resourceNotFound",
    "The requested resource was not found. Expected a path of this API, in lower case, such as /customers/{customerId}/people/{id}.",
  );
}

/** The path is one of an endpoint, but nothing is at it. */
export function notFound(what: string): SandboxProblem {
  return refusal(
    "SANDBOX-RESOURCE-NOT-FOUND",
    "resourceNotFound",
    `The requested resource was not found: ${what}.`,
  );
}

/** The body is absent, is no JSON, or holds what cannot be kept. */
export function unreadableBody(message: string): SandboxProblem {
  return refusal("SANDBOX-BODY-UNREADABLE", "badRequest", message);
}

/** A parameter of the query is not percent-encoded UTF-8. */
export function unreadableQuery(message: string): SandboxProblem {
  return refusal("SANDBOX-QUERY-UNREADABLE", "badRequest", message);
}

/** Our own fault. The cause goes to whoever keeps the log, never into the answer. */
export function internalError(cause: unknown): SandboxProblem {
  const { code, status } = vendorErrors.internalError;
  return new SandboxProblem({
    code: "SANDBOX-INTERNAL-ERROR",
    status,
    items: [
      { code, message: "The platform failed. Nothing can be done about it on the calling side." },
    ],
    cause,
  });
}

/** HTTP/1.1 only (DOC). The vendor has no number for it; ours equals the status, as with the others that are not known. */
export function httpVersionUnsupported(version: string): SandboxProblem {
  return new SandboxProblem({
    code: "SANDBOX-HTTP-VERSION",
    status: 505,
    items: [{ code: 505, message: `Expected HTTP/1.1, found HTTP/${version}.` }],
  });
}

/** Something this API needs is away for the moment, as the log when its database restarts. Nothing was done. */
export function unavailable(cause: unknown): SandboxProblem {
  const { code, status } = vendorErrors.unavailable;
  return new SandboxProblem({
    code: "SANDBOX-UNAVAILABLE",
    status,
    items: [
      {
        code,
        message: "The platform is not available at the moment. Send the request again later.",
      },
    ],
    headers: [["retry-after", "2"]],
    cause,
  });
}
