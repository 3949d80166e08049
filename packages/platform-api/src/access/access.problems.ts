import { Problem } from "@slipway/foundation";

/** The request carries no token that opens the API. */
export class TokenProblem extends Problem {
  constructor(found: string) {
    super({
      code: "ACCESS-TOKEN-WRONG",
      status: 401,
      message: `Expected "Authorization: Bearer <token>" with a token of this installation, found ${found}. The start of the platform says where the admin token is kept.`,
    });
  }
}
