import type { RecordedAnswer } from "@slipway/exchange";
import { Problem } from "@slipway/foundation";

import type { FaultOwner } from "../delivery-outcome.ts";

interface TokenTrouble {
  readonly code: string;
  /** Who has to act: whoever entered address and client, or the partner. */
  readonly fault: FaultOwner;
  /** The token endpoint, without its query. */
  readonly address: string;
  readonly found: string;
  readonly toDo: string;
}

/** No token was to be had from the partner's token endpoint, so nothing was sent. */
export abstract class TokenProblem extends Problem {
  readonly fault: FaultOwner;

  constructor({ code, fault, address, found, toDo }: TokenTrouble) {
    super({
      code,
      status: 502,
      message: `Nothing was sent, for want of a token. Expected an access token from ${address}, found ${found}. ${toDo}`,
    });
    this.fault = fault;
  }
}

const configurationReasons: ReadonlySet<string> = new Set([
  "connection-refused",
  "name-not-resolved",
  "tls-failed",
  "address-forbidden",
]);

/** The token endpoint of a partner did not answer. */
export class TokenEndpointSilentProblem extends TokenProblem {
  constructor(address: string, answer: Extract<RecordedAnswer, { kind: "no-answer" }>) {
    super({
      code: "TOKEN-ENDPOINT-SILENT",
      fault: configurationReasons.has(answer.reason) ? "configuration" : "partner",
      address,
      found: `no answer (${answer.reason}: ${answer.detail})`,
      toDo: "Check the token address, and that the platform is let through to it.",
    });
  }
}

/** The token endpoint of a partner refused the client, its audience or its scope, or is not at this address. */
export class TokenRefusedProblem extends TokenProblem {
  constructor(address: string, status: number, said: string) {
    super({
      code: "TOKEN-REFUSED",
      fault: "configuration",
      address,
      found: statusAnd(status, said),
      toDo: "Check token address, client id, client secret, audience and scope.",
    });
  }
}

/** The token endpoint of a partner is in trouble. */
export class TokenEndpointFailedProblem extends TokenProblem {
  constructor(address: string, status: number, said: string) {
    super({
      code: "TOKEN-ENDPOINT-FAILED",
      fault: "partner",
      address,
      found: statusAnd(status, said),
      toDo: "See in the log of the token endpoint what went wrong.",
    });
  }
}

/** The token endpoint of a partner answered a success without a token that can be used. */
export class TokenUnusableProblem extends TokenProblem {
  constructor(address: string, found: string) {
    super({
      code: "TOKEN-UNUSABLE",
      fault: "partner",
      address,
      found,
      toDo: 'Answer a JSON object with access_token (text), token_type "Bearer" and expires_in (seconds).',
    });
  }
}

function statusAnd(status: number, said: string): string {
  return `status ${status}${said === "" ? "" : ` (${said})`}`;
}
