import type { Call } from "../call/call.ts";
import { refusal } from "../call/sandbox.problems.ts";

/** A body over the limit was not kept: whatever the endpoint, it cannot be worked on. */
export function rejectLargeBody({ arrival }: Call): void {
  const { cut } = arrival.body;
  if (cut === undefined) return;
  throw refusal(
    "SANDBOX-BODY-TOO-LARGE",
    "bodyTooLarge",
    `Expected a body of at most ${cut.limitBytes} bytes, found more. Send less in one request.`,
  );
}
