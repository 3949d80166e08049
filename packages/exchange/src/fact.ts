/**
 * Something only the raw bytes could tell, computed when the exchange was recorded and stored beside its masked form.
 * `where` is a place such as `answer.body.error.userMessage` or `request.query`.
 */
export type Fact =
  | { readonly kind: "own-credential"; readonly where: string }
  | { readonly kind: "government-id-shape"; readonly where: string }
  | {
      readonly kind: "internal-id";
      readonly where: string;
      readonly shape: "uuid" | "object-id" | "database-key";
    }
  | { readonly kind: "stack-trace"; readonly where: string }
  | {
      readonly kind: "body-cut";
      readonly where: string;
      readonly limitBytes: number;
      readonly reason: CutReason;
    }
  | { readonly kind: "invalid-utf8"; readonly where: string }
  | { readonly kind: "redirect-not-followed"; readonly where: string; readonly forbidden: boolean };

/** Which of our limits a body or its headers ran into. */
export type CutReason = "too-long" | "expands-too-far" | "too-slow" | "too-many-headers";
