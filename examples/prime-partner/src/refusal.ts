/** Thrown where a call cannot be served; the server answers it in the vendor's error standard. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 404 | 405 | 500 | 503;
  /** For the recruiter, word for word: what is wrong and what to do now. */
  readonly userMessage: string;

  constructor(status: Refusal["status"], userMessage: string, debugErrorMessage: string) {
    super(debugErrorMessage);
    this.name = "Refusal";
    this.status = status;
    this.userMessage = userMessage;
  }
}

/** Something in the request is not as the contract says; only support can help the recruiter. */
export function unreadable(debugErrorMessage: string): Refusal {
  const text = "The request could not be read. Please contact support.";
  return new Refusal(400, text, debugErrorMessage);
}

/** The customer is not configured, or these credentials are another customer's. Both look alike. */
export function unknownCustomer(): Refusal {
  const text = "This customer is not set up for assessments yet. Please contact support.";
  return new Refusal(404, text, "unknown customer");
}

export function unknownOrder(): Refusal {
  return new Refusal(404, "This assessment is not known. Please order it again.", "unknown order");
}
