/** One problem or warning as an answer carries it; `field` when it concerns one. */
export interface VendorProblem {
  readonly code: number;
  readonly message: string;
  readonly field?: string;
}

/** An element of `errors` or `warnings`; the code is a number (PAY). */
export type VendorErrorItem = { readonly errorMessage: string; readonly errorCode: number };

/** The body's element: the field id is a prefix of the message (DOC). */
export function errorItem({ code, message, field }: VendorProblem): VendorErrorItem {
  return { errorMessage: field === undefined ? message : `${field}: ${message}`, errorCode: code };
}

/**
 * The value of an `X-Error` or `X-Warning` header: `code:detail` or `code:field:detail` (DOC). A header cannot carry what
 * is outside printable ASCII, so such characters become question marks; the body has the full text.
 */
export function errorHeader({ code, message, field }: VendorProblem): string {
  const text = field === undefined ? `${code}:${message}` : `${code}:${field}:${message}`;
  return text.replaceAll(/[^\u0020-\u007E]/gu, "?");
}
