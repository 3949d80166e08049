import { fail, type Judgement } from "@slipway/conformance";
import type { NoAnswerReason } from "@slipway/exchange";

import type { Unanswered } from "./step-answer.ts";

/** A call that the partner did not answer is a failure of whatever answer was expected. */
export function noAnswer(expected: string, { exchange, reason, detail }: Unanswered): Judgement {
  return fail(
    { expected, arrived: `no answer (${reason}): ${detail}`, where: "answer", toDo: toDo[reason] },
    exchange,
  );
}

const toDo: Readonly<Record<NoAnswerReason, string>> = {
  "timed-out":
    "Answer first and do slow work afterwards: a recruiter waits for this answer. The call is cut after 30 seconds.",
  "connection-refused":
    "Start the endpoint, and see that the configured address and port are the ones it listens on.",
  "connection-reset":
    "Look for a crash, a proxy limit or a restart at this moment in the endpoint's log, then run again.",
  "name-not-resolved": "Correct the host name in the configured endpoint, or publish it in DNS.",
  "tls-failed":
    "Serve a certificate that a public authority signed, for this host name and not expired, with its whole chain.",
  "malformed-answer":
    "Answer in HTTP/1.1 with a status line, complete headers and a body of the announced length.",
  "address-forbidden": "Use an address that the platform may call.",
  "outcome-unknown": "Nothing: the run is to be repeated.",
};
