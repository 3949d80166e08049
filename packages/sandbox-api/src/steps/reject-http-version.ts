import type { Call } from "../call/call.ts";
import { httpVersionUnsupported } from "../call/sandbox.problems.ts";

/** HTTP/1.1 only (DOC). */
export function rejectHttpVersion({ arrival }: Call): void {
  if (arrival.httpVersion !== "1.1") throw httpVersionUnsupported(arrival.httpVersion);
}
