import { Problem } from "@slipway/foundation";

/** The request is not what the route takes. */
export class BodyProblem extends Problem {
  constructor(status: number, found: string, cause?: unknown) {
    super({
      code: "REQUEST-INVALID",
      status,
      message: `Expected a request as the API describes it, found: ${found}.`,
      cause,
    });
  }
}

/** No such route. */
export class RouteNotFoundProblem extends Problem {
  constructor(method: string, url: string) {
    super({
      code: "ROUTE-NOT-FOUND",
      status: 404,
      message: `Expected a route of the platform API below /api/v1, found ${method} ${url.split("?")[0] ?? ""}.`,
    });
  }
}

/** The database is away for the moment, or too busy. Whether a change that was under way was made is not known. */
export class DatabaseAwayProblem extends Problem {
  constructor(cause: unknown) {
    super({
      code: "DATABASE-AWAY",
      status: 503,
      message:
        "Expected the platform's database to answer, found it away or too busy. Send the request again in a moment; after a change look first whether it was made.",
      cause,
    });
  }
}

/** The route does not take this verb. */
export class VerbProblem extends Problem {
  readonly allowed: readonly string[];

  constructor(method: string, allowed: readonly string[]) {
    super({
      code: "VERB-NOT-ALLOWED",
      status: 405,
      message: `Expected ${allowed.join(" or ")} on this route, found ${method}.`,
    });
    this.allowed = allowed;
  }
}
