import { errorHeader, type VendorProblem } from "@slipway/ats-model";
import type { Header } from "@slipway/exchange";

/** One header for each problem or warning (DOC), as far as clients can take them: the body has them all. */
export function problemHeaders(
  name: "x-error" | "x-warning",
  items: readonly VendorProblem[],
): readonly Header[] {
  return items.slice(0, maxHeaders).map((item): Header => [name, cut(errorHeader(item))]);
}

// Clients stop reading headers at 8 to 16 KB altogether.
const maxHeaders = 20;
const maxCharacters = 300;

function cut(text: string): string {
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters - 3)}...` : text;
}
