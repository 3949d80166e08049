/** What a refusal tells: the recruiter in `userMessage`, the log of the ATS in `debugErrorMessage`. */
export interface RefusalText {
  /**
   * 400: the user can mend it. 503: it mends itself. 500: a fault of ours. HTTP's others (401, 404, 413, 415) where they
   * are meant.
   */
  readonly status: 400 | 401 | 404 | 405 | 413 | 415 | 500 | 503;
  /**
   * Shown to a person as it is: a sentence in their language that says what to do. Name fields by `fieldToken`, which the ATS
   * replaces by the customer's own label.
   */
  readonly userMessage: string;
  /** For whoever debugs. No stack, no secret. */
  readonly debugErrorMessage: string;
  readonly retryAfterSeconds?: number;
}

/** Thrown in a handler, it becomes an answer in the vendor's error standard. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly text: RefusalText;

  constructor(text: RefusalText) {
    super(text.debugErrorMessage);
    this.text = text;
  }

  /** 400: what the user can mend, such as a missing field. */
  static userError(userMessage: string, debugErrorMessage: string): Refusal {
    return new Refusal({ status: 400, userMessage, debugErrorMessage });
  }

  /** 503: nobody's fault for long; the ATS may try again. */
  static temporary(
    userMessage: string,
    debugErrorMessage: string,
    retryAfterSeconds?: number,
  ): Refusal {
    const after = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    return new Refusal({ status: 503, userMessage, debugErrorMessage, ...after });
  }

  /** 500: a fault of ours. */
  static systemError(userMessage: string, debugErrorMessage: string): Refusal {
    return new Refusal({ status: 500, userMessage, debugErrorMessage });
  }
}
