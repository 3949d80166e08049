import { Problem } from "@slipway/foundation";

import type { ProblemDocument } from "./wire.ts";

/** The platform refused; `document` is what it said. */
export class PlatformRefusedProblem extends Problem {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super({ code: document.code, status: document.status, message: document.detail });
    this.document = document;
  }
}

/** The platform did not answer. */
export class PlatformUnreachableProblem extends Problem {
  constructor(baseUrl: string, cause: unknown) {
    super({
      code: "PLATFORM-UNREACHABLE",
      status: 503,
      message: `Expected the platform at ${baseUrl}, found no answer. Start it with "slipway start", or name its address.`,
      cause,
    });
  }
}
