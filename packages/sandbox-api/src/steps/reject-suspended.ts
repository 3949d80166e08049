import { refusal } from "../call/sandbox.problems.ts";
import type { SessionCall } from "../call/call.ts";

/** The programme holds the integration's calls: every one is refused, whatever it asks for, and nothing is done. */
export function rejectSuspended({ session }: SessionCall): void {
  const { refused } = session.tenant;
  if (refused === undefined) return;
  if (refused === "withdrawn")
    throw refusal(
      "SANDBOX-WITHDRAWN",
      "integrationSuspended",
      "Expected a call to a sandbox in use, found one that was withdrawn: the programme took it back, with a reason. Nothing was done. Ask Developer Support, who can name the reason and restore it.",
    );
  throw refusal(
    "SANDBOX-INTEGRATION-SUSPENDED",
    "integrationSuspended",
    `Expected a call of an integration that is not ${refused}, found one that is: the programme holds its calls. Nothing was done. Ask Developer Support, who can name the reason and reinstate it.`,
  );
}
