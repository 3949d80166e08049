import type { Evidence } from "../field/evidence.ts";

/** One error of the vendor's error table. */
export interface VendorError {
  readonly code: number;
  readonly name: string;
  /** The HTTP status; 200 for a warning, which leaves the request a success. */
  readonly status: number;
  readonly meaning: string;
  readonly evidence: Evidence;
}

/**
 * The error codes by our name for them. The vendor's own table is public only in part; where no code is known ours equals
 * the HTTP status, which no known vendor code does, so that no client mistakes one for the other.
 */
export const vendorErrors = {
  internalError: {
    code: 0,
    name: "INTERNAL_ERROR",
    status: 500,
    meaning: "The platform failed.",
    evidence: "DOC",
  },
  fieldRequired: {
    code: 1,
    name: "FIELD_REQUIRED",
    status: 400,
    meaning: "A required field is missing or would become empty.",
    evidence: "DOC",
  },
  resourceNotFound: {
    code: 2,
    name: "RESOURCE_NOT_FOUND",
    status: 404,
    meaning: "The resource does not exist.",
    evidence: "DOC",
  },
  resourceAccessDenied: {
    code: 3,
    name: "RESOURCE_ACCESS_DENIED",
    status: 404,
    meaning: "The resource may not be accessed by this user.",
    evidence: "DOC",
  },
  fieldNameWarning: {
    code: 4,
    name: "FIELD_PROBLEM",
    status: 200,
    meaning: "A field name is not lower case or not known; the rest was done.",
    evidence: "DOC",
  },
  fieldInvalid: {
    code: 4,
    name: "FIELD_PROBLEM",
    status: 400,
    meaning: "A value does not fit its field. The code is a tenant switch.",
    evidence: "UNK",
  },
  wrongCredentials: {
    code: 6,
    name: "AUTHENTICATION_FAILED",
    status: 401,
    meaning: "Invalid username or password.",
    evidence: "PAY",
  },
  invalidSignature: {
    code: 9,
    name: "CREDENTIALS_INVALID",
    status: 401,
    meaning: "The signed credentials are invalid.",
    evidence: "3P",
  },
  integrationSuspended: {
    code: 403,
    name: "INTEGRATION_SUSPENDED",
    status: 403,
    meaning: "The programme holds the integration's calls.",
    evidence: "UNK",
  },
  badRequest: {
    code: 400,
    name: "BAD_REQUEST",
    status: 400,
    meaning: "The request cannot be read.",
    evidence: "INF",
  },
  searchInvalid: {
    code: 400,
    name: "BAD_REQUEST",
    status: 400,
    meaning: "The search query is not valid. The code is a tenant switch.",
    evidence: "UNK",
  },
  featureNotEnabled: {
    code: 403,
    name: "NOT_ENABLED",
    status: 403,
    meaning: "The licence or feature is not enabled.",
    evidence: "INF",
  },
  callerNotAllowed: {
    code: 403,
    name: "CALLER_NOT_ALLOWED",
    status: 403,
    meaning:
      "The caller's address is not on the user's list. Whether the status is 401 is a tenant switch.",
    evidence: "UNK",
  },
  verbNotSupported: {
    code: 405,
    name: "NOT_SUPPORTED",
    status: 405,
    meaning: "The verb is not supported here.",
    evidence: "INF",
  },
  duplicate: {
    code: 409,
    name: "DUPLICATE",
    status: 409,
    meaning: "The same thing exists already. Whether the status is 400 or 409 is a tenant switch.",
    evidence: "UNK",
  },
  bodyTooLarge: {
    code: 413,
    name: "BODY_TOO_LARGE",
    status: 413,
    meaning: "The body is over the limit.",
    evidence: "INF",
  },
  contentTypeNotSupported: {
    code: 415,
    name: "CONTENT_TYPE_NOT_SUPPORTED",
    status: 415,
    meaning: "A JSON body needs the content type application/json.",
    evidence: "INF",
  },
  quotaExceeded: {
    code: 429,
    name: "QUOTA_EXCEEDED",
    status: 429,
    meaning: "The requests of this day are used up.",
    evidence: "INF",
  },
  unavailable: {
    code: 503,
    name: "UNAVAILABLE",
    status: 503,
    meaning: "The platform is in maintenance.",
    evidence: "INF",
  },
} as const satisfies Record<string, VendorError>;

/** Our name for a vendor error. */
export type VendorErrorKey = keyof typeof vendorErrors;
