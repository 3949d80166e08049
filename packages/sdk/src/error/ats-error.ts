/** One problem as the ATS tells it. */
export interface VendorProblem {
  /** The vendor's code, such as 2 for a resource that does not exist. */
  readonly code: number;
  readonly message: string;
}

/** What is known of a call that failed. Credentials, headers and bodies are no part of it. */
export interface FailedCall {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** Undefined when no answer came. */
  readonly status?: number;
  readonly problems?: readonly VendorProblem[];
  /** The vendor's `x-transaction`; quote it when you ask for help. */
  readonly transactionId?: string;
  /** How long the ATS asks to wait. */
  readonly retryAfterMs?: number;
  readonly expected: string;
  readonly arrived: string;
  readonly cause?: unknown;
}

/** A call of the ATS failed. The subclasses say how; `codes` are the vendor's. Holds no secret. */
export class AtsError extends Error {
  override readonly name: string = "AtsError";
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly problems: readonly VendorProblem[];
  readonly transactionId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(call: FailedCall) {
    super(
      `${call.method} ${call.path}: expected ${call.expected}, found ${call.arrived}`,
      call.cause === undefined ? {} : { cause: call.cause },
    );
    this.method = call.method;
    this.path = call.path;
    this.status = call.status;
    this.problems = call.problems ?? [];
    this.transactionId = call.transactionId;
    this.retryAfterMs = call.retryAfterMs;
  }

  /** The vendor's codes, in the order of the answer. */
  get codes(): readonly number[] {
    return this.problems.map(({ code }) => code);
  }
}

/** The ATS refused the request (400 and other 4xx): the same request would be refused again. */
export class AtsRequestError extends AtsError {
  override readonly name: string = "AtsRequestError";
}

/** 401 or 403: the credentials are wrong, or not enough. */
export class AtsAuthenticationError extends AtsError {
  override readonly name: string = "AtsAuthenticationError";
}

/** 404: there is no such thing, or this user may not see it; the ATS does not tell which. */
export class AtsNotFoundError extends AtsError {
  override readonly name: string = "AtsNotFoundError";
}

/** 429, or known to be used up: the day's requests are spent until `retryAfterMs` from now. */
export class AtsQuotaError extends AtsError {
  override readonly name: string = "AtsQuotaError";
}

/** 5xx, or no answer in time. Whether a write was done is not known. */
export class AtsUnavailableError extends AtsError {
  override readonly name: string = "AtsUnavailableError";
}

/** The answer is not what the ATS sends: a proxy between, or a wrong address. */
export class AtsAnswerError extends AtsError {
  override readonly name: string = "AtsAnswerError";
}
