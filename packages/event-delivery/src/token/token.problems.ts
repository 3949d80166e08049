import type { RecordedAnswer } from "@slipway/exchange";
import { Problem } from "@slipway/foundation";

import type { FaultOwner } from "../delivery-outcome.ts";

/** No token was to be had from the partner's token endpoint, so nothing was sent. */
export class TokenProblem extends Problem {
  /** Who has to act: whoever entered address and client, or the partner. */
  readonly fault: FaultOwner;

  constructor(problem: {
    readonly code: string;
    readonly fault: FaultOwner;
    readonly found: string;
    readonly toDo: string;
    readonly address: string;
  }) {
    super({
      code: problem.code,
      status: 502,
      message: `Nothing was sent, for want of a token. Expected an access token from ${problem.address}, found ${problem.found}. ${problem.toDo}`,
    });
    this.fault = problem.fault;
  }
}

const configurationReasons: ReadonlySet<string> = new Set([
  "connection-refused",
  "name-not-resolved",
  "tls-failed",
  "address-forbidden",
]);

/** There was no answer. */
export function tokenEndpointSilent(
  address: string,
  answer: Extract<RecordedAnswer, { kind: "no-answer" }>,
): TokenProblem {
  return new TokenProblem({
    code: "TOKEN-ENDPOINT-NO-ANSWER",
    fault: configurationReasons.has(answer.reason) ? "configuration" : "partner",
    found: `no answer (${answer.reason}: ${answer.detail})`,
    toDo: "Check the token address, and that the platform is let through to it.",
    address,
  });
}

/** The answer was no success: a client that is not known, an audience that is wrong, an endpoint in trouble. */
export function tokenRefused(address: string, status: number, said: string): TokenProblem {
  const isTheirs = status >= 500 || status === 429;
  return new TokenProblem({
    code: isTheirs ? "TOKEN-ENDPOINT-FAILED" : "TOKEN-REFUSED",
    fault: isTheirs ? "partner" : "configuration",
    found: `status ${status}${said === "" ? "" : ` (${said})`}`,
    toDo: isTheirs
      ? "See in the log of the token endpoint what went wrong."
      : "Check token address, client id, client secret, audience and scope.",
    address,
  });
}

/** A success without a token that could be used. */
export function tokenUnusable(address: string, found: string): TokenProblem {
  return new TokenProblem({
    code: "TOKEN-ANSWER-UNUSABLE",
    fault: "partner",
    found,
    toDo: 'Answer a JSON object with access_token (text), token_type "Bearer" and expires_in (seconds).',
    address,
  });
}
