import { Refusal } from "@slipway/sdk";

/** Something in the request is not as the contract says; only support can help the recruiter. */
export function unreadable(debugErrorMessage: string): Refusal {
  const text = "The request could not be read. Please contact support.";
  return Refusal.userError(text, debugErrorMessage);
}

/** The customer is not configured, or these credentials are another customer's. Both look alike. */
export function unknownCustomer(): Refusal {
  return new Refusal({
    status: 404,
    userMessage: "This customer is not set up for assessments yet. Please contact support.",
    debugErrorMessage: "unknown customer",
  });
}

export function unknownOrder(): Refusal {
  return new Refusal({
    status: 404,
    userMessage: "This assessment is not known. Please order it again.",
    debugErrorMessage: "unknown order",
  });
}
