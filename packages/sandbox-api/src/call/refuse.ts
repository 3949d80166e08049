import { errorItem } from "@slipway/ats-model";

import { jsonAnswer, type Answer } from "./answer.ts";
import { problemHeaders } from "./problem-headers.ts";
import type { SandboxProblem } from "./sandbox.problems.ts";

/** The vendor's form of a refusal: `errors` in the body, an `X-Error` header for each; the token server's is its own. */
export function refuse({ status, items, headers, body }: SandboxProblem): Answer {
  if (body !== undefined) return jsonAnswer(status, body, headers);
  return jsonAnswer(status, { errors: items.map(errorItem) }, [
    ...headers,
    ...problemHeaders("x-error", items),
  ]);
}
