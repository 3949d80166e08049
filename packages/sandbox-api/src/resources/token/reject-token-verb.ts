import { tokenVerbUnsupported } from "./token.problems.ts";

/** Tokens are had by POST alone. */
export function rejectTokenVerb(): never {
  throw tokenVerbUnsupported();
}
