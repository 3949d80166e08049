import { AtsAnswerError } from "../error/ats-error.ts";
import type { AtsAnswer } from "./ats-connection.ts";

/** What the ATS made. */
export interface Created {
  readonly id: number;
  /** Absolute. */
  readonly address: string;
}

/** Reads the number at the end of `Location`: that is all the ATS answers. */
export function createdOf(
  { location = "", status }: AtsAnswer,
  call: { readonly method: string; readonly address: string },
): Created {
  const [, digits] = /\/(\d+)\/?$/u.exec(location) ?? [];
  if (digits !== undefined) return { id: Number(digits), address: location };
  throw new AtsAnswerError({
    method: call.method,
    path: call.address,
    status,
    expected: "a Location header that ends with a number",
    arrived: location || "none",
  });
}
