/** What makes a problem; `code` and `message` are public, `detail` and `cause` are not. */
export interface ProblemOptions {
  /** Stable, public, never renamed: `AREA-NOUN-REASON` in upper case. */
  readonly code: string;
  /** The HTTP status with which a surface answers. */
  readonly status: number;
  /** What the caller may read: what was expected, what arrived, where, and what to do next. */
  readonly message: string;
  /** Facts for whoever handles the problem or reads the log; never for the wire. */
  readonly detail?: unknown;
  /** The error from which we know; for the log. */
  readonly cause?: unknown;
}

/**
 * A caller did something we can name. Thrown, and turned into an answer by the one mapper of each surface; `detail` and
 * `cause` go to the log, never to the wire. Anything else that is thrown is a bug.
 */
export abstract class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: unknown;

  constructor(options: ProblemOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code;
    this.status = options.status;
    this.detail = options.detail;
  }
}
